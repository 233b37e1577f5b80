from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hub.core.personal_details.forms import ChecksPersonalDetails
from hub.usefulness.enums import Reason, Verdict
from hub.usefulness.models import LONGEST_WORDS


class UsefulForm(ChecksPersonalDetails, forms.Form):
    """`version` says which text somebody has in mind who sends it after another came out."""

    details_place = "usefulness"

    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    verdict = forms.ChoiceField(
        label=_("Is it useful?"),
        choices=Verdict.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose an answer.")},
    )
    reason = forms.ChoiceField(
        label=_("If not, or if there is a problem: what is it?"),
        choices=Reason.choices,
        widget=forms.RadioSelect,
        required=False,
    )
    words = forms.CharField(
        label=_("What would make it better?"),
        help_text=_("Say where on the page, if you can. Name nobody you work with."),
        max_length=LONGEST_WORDS,
        required=False,
        widget=forms.Textarea({"rows": 4}),
    )

    def clean(self) -> dict[str, Any]:
        """Nobody could mend a problem of which nothing is said."""
        cleaned = super().clean()
        if cleaned.get("verdict") == Verdict.PROBLEM and not cleaned.get("reason"):
            self.add_error("reason", _("Choose what the problem is."))
        return cleaned
