"""Beginnings of threads that aren't questions."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from hub.access.readers import Reader
from hub.forum.forms.besides import AsksForAnswers, AsksWhenAndWhere
from hub.forum.forms.writing import AskForm
from hub.forum.models import Poll, PollOption
from hub.forum.models.moderators import may_announce


class BeginningForm(AskForm):
    """`title_label` and `body_label` say what the two texts are here."""

    title_label = _("Title")
    body_label = _("Text")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, label in (("title", self.title_label), ("body", self.body_label)):
            self.fields[name].label = label
            self.fields[name].error_messages["required"] = _now("Fill this in.")
        self.fields["space"].label = _("Where")


class DiscussForm(BeginningForm):
    details_place = "forum.discuss"
    title_label = _("What do you want to talk about?")
    body_label = _("What do you think, and what would you like to hear?")


class AnnounceForm(BeginningForm):
    """In spaces that the writer moderates or leads, and under their name."""

    details_place = "forum.announce"
    anonymous = None

    def __init__(self, *args: Any, reader: Reader, **options: Any) -> None:
        super().__init__(*args, reader=reader, **options)
        spaces = self.fields["space"].queryset
        self.fields["space"].queryset = spaces.filter(may_announce(reader))


class PollForm(AsksForAnswers, BeginningForm):
    details_place = "forum.poll"
    title_label = _("Your question in one sentence")
    body_label = _("Why do you ask?")
    several = forms.BooleanField(label=_("People may choose several"), required=False)
    field_order = ("title", "body", "options", "several", "closes_on")


class EventForm(AsksWhenAndWhere, BeginningForm):
    details_place = "forum.event"
    title_label = _("What happens?")
    body_label = _("What is it about, and for whom?")
    field_order = ("title", "body", "day", "starts", "ends", "place", "link")


class ChoiceInPollForm(forms.Form):
    def __init__(self, poll: Poll, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        options_of = poll.options.all()
        self.fields["option"] = (
            forms.ModelMultipleChoiceField(
                options_of,
                label=_("Choose one or several"),
                widget=forms.CheckboxSelectMultiple,
            )
            if poll.several
            else forms.ModelChoiceField(
                options_of, label=_("Choose one"), widget=forms.RadioSelect, empty_label=None
            )
        )

    def chosen(self) -> list[PollOption]:
        found = self.cleaned_data["option"]
        return [found] if isinstance(found, PollOption) else list(found)
