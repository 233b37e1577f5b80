from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from hub.core.personal_details.forms import ChecksPersonalDetails
from hub.sharing.enums import Part, Verdict

LONGEST = 3000


class ReviewForm(ChecksPersonalDetails, forms.Form):
    """A comment for each part, and what becomes of the example."""

    details_place = "sharing.review"

    version = forms.IntegerField(widget=forms.HiddenInput)
    verdict = forms.ChoiceField(
        label=_("What do you decide?"),
        choices=Verdict,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you decide.")},
    )
    reason = forms.CharField(
        label=_("What should the author know?"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Needed where you don't take it on. The author reads it beside your decision."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for part in Part:
            self.fields[part.value] = forms.CharField(
                label=_now("Your comment on “%(part)s”") % {"part": part.label},
                required=False,
                max_length=LONGEST,
                widget=forms.Textarea(attrs={"rows": 3}),
            )

    def comment_box(self, part: Part) -> BoundField:
        return self[part.value]

    @property
    def comments(self) -> dict[Part, str]:
        said = {part: self.cleaned_data.get(part.value, "").strip() for part in Part}
        return {part: text for part, text in said.items() if text}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        verdict = cleaned.get("verdict")
        if verdict == Verdict.CHANGES and not self.comments:
            self.add_error("verdict", _now("Comment on at least one part, so that it can change."))
        if verdict == Verdict.DECLINE and not cleaned.get("reason"):
            self.add_error("reason", _now("Say why. The author is always told."))
        return cleaned
