"""The first draft of a page that grows out of a thread; the rest is written in the CMS."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from hub.core.copying import copied_words
from hub.core.html import plain_text
from hub.core.personal_details.forms import ChecksPersonalDetails
from hub.forum.models import Thread
from hub.glossary.models import TermPage
from hub.guidance.models import PracticePage
from hub.pages.models import HubPage
from hub.pages.models.hub_page import RESERVED_SLUGS
from hub.pages.secret_markings import refuse_secret_heading

LONGEST = 20_000


def heading(label: object, missing: object, **more: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=200,
        validators=[refuse_secret_heading],
        error_messages={"required": missing},
        **more,
    )


def passage(label: object, rows: int = 6, **more: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=LONGEST, widget=widget, **more)


class GrowForm(ChecksPersonalDetails, forms.Form):
    """Its fields are fields of the page. Words of a private space are never taken over."""

    model: ClassVar[type[HubPage]]
    details_place = "forum.grow"

    def __init__(self, *args: Any, thread: Thread, **options: Any) -> None:
        self.thread = thread
        initial = {} if thread.space.is_private else self.from_thread()
        super().__init__(*args, initial=initial, **options)

    def from_thread(self) -> dict[str, str]:
        """What of the thread the fields start with."""
        return {}

    def clean_title(self) -> str:
        """The page takes the last part of its address from it."""
        title = self.cleaned_data["title"]
        if slugify(title, allow_unicode=True) in {"", *RESERVED_SLUGS}:
            raise forms.ValidationError(_now("Say it in a few words more."))
        return title

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        private = list(self.private_texts())
        for name, value in list(cleaned.items()):
            if words := copied_words(value, private):
                self.add_error(
                    name,
                    _now("“%(words)s” stands in a private space. Write it anew.")
                    % {"words": words},
                )
        return cleaned

    def private_texts(self) -> Iterator[str]:
        if self.thread.space.is_private:
            yield self.thread.title
            yield from self.thread.posts.values_list("body", flat=True)

    def page(self) -> HubPage:
        return self.model(**self.cleaned_data)


class PracticeForm(GrowForm):
    model = PracticePage

    title = heading(_("Title"), _("Enter a title."), help_text=_("What was done, in one line."))
    summary = passage(
        _("Summary"),
        rows=2,
        help_text=_("One or two sentences: what it gives, for whom, in which moment."),
        error_messages={"required": _("Say in a sentence or two what it gives.")},
    )
    place = heading(
        _("Place"),
        _("Enter a place, such as a county."),
        help_text=_("A town, borough or force area, never an address."),
    )
    problem = passage(_("The problem"), error_messages={"required": _("Say what the problem was.")})
    what_was_done = passage(
        _("What was done"), error_messages={"required": _("Say what was done.")}
    )
    results = passage(
        _("Results"), required=False, help_text=_("With numbers, of whom, and over what time.")
    )
    what_did_not_work = passage(
        _("What didn’t work"), required=False, help_text=_("What others will want to know first.")
    )

    def from_thread(self) -> dict[str, str]:
        asked = self.thread.posts.visible().order_by("number")[0]
        accepted = self.thread.accepted
        return {
            "problem": plain_text(asked.html),
            "what_was_done": plain_text(accepted.html) if accepted else "",
        }


class TermForm(GrowForm):
    model = TermPage

    title = heading(_("Word"), _("Enter the word."))
    definition = passage(
        _("What it means"),
        rows=3,
        help_text=_("One or two sentences that make sense without the rest of the page."),
        error_messages={"required": _("Say what the word means.")},
    )
    care_note = passage(
        _("What to take care with"),
        rows=3,
        required=False,
        help_text=_("What the word does to the person it is used of, and what to say instead."),
    )
