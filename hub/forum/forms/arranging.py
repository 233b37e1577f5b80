"""What moderators say when they lock, pin and move threads."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from hub.access.readers import Reader
from hub.core.personal_details.forms import ChecksPersonalDetails
from hub.forum.models import Space, Thread
from hub.forum.models.moderators import moderated
from hub.forum.services import is_wider


class ReasonForm(ChecksPersonalDetails, forms.Form):
    details_place = "forum.arrange"

    reason = forms.CharField(
        label=_("Why?"),
        max_length=200,
        error_messages={"required": _("Say why: it's kept in the record.")},
    )

    def __init__(self, *args: Any, hint: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["reason"].help_text = hint or _now("It's kept in the record. Name nobody.")


class ReaderSaidChoice(forms.ModelChoiceField):
    def label_from_instance(self, obj: Space) -> str:
        return f"{obj.name}. {obj.audience}"


class ToOtherReadersForm(ReasonForm):
    """Takes posts to a space that others may read; whoever sends it has to have read them."""

    wider = forms.BooleanField(
        label=_("I've read all posts, and more people may read them"),
        required=False,
        help_text=_("Needed where the other space is open to people who can't read this one."),
    )

    def look_at(self, field: str, now: Space, to: Space) -> None:
        """Says beside the `field` or the confirmation what keeps posts from going there."""
        if now.is_sensitive and not to.is_sensitive:
            self.add_error(field, _now("What is marked stays in a space that is marked."))
        elif is_wider(to, now) and not self.cleaned_data.get("wider"):
            words = _now(
                "People who can't read it now could read it there: %(audience)s Read all posts, "
                "then confirm it."
            )
            self.add_error("wider", words % {"audience": to.audience})


class MoveForm(ToOtherReadersForm):
    """To another space that the moderator moderates as well."""

    details_place = "forum.move"

    space = ReaderSaidChoice(
        label=_("Which space, and who can read it there?"),
        queryset=Space.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": _("Choose a space.")},
    )
    field_order = ("space", "wider", "reason")

    def __init__(self, *args: Any, reader: Reader, thread: Thread, **options: Any) -> None:
        super().__init__(*args, **options)
        self.thread = thread
        others = Space.objects.readable_by(reader).filter(moderated(reader, "pk"))
        self.fields["space"].queryset = others.exclude(pk=thread.space_id).select_related(
            "access_rule"
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if to := cleaned.get("space"):
            self.look_at("space", self.thread.space, to)
        return cleaned
