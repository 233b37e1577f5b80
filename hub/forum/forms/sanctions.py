from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hub.core.personal_details.forms import ChecksPersonalDetails
from hub.forum.enums import Measure


class SanctionForm(ChecksPersonalDetails, forms.Form):
    details_place = "forum.sanction"

    measure = forms.ChoiceField(
        label=_("What do you decide?"),
        choices=Measure,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what to do.")},
    )
    days = forms.TypedChoiceField(
        label=_("For how long?"),
        choices=[("7", _("A week")), ("30", _("30 days")), ("90", _("90 days"))],
        coerce=int,
        empty_value=0,
        required=False,
        widget=forms.RadioSelect,
        help_text=_("A warning has no end."),
    )
    reason = forms.CharField(
        label=_("Why?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The person is told this, and it's kept in the record. Quote no post."),
        error_messages={"required": _("Say why, so that the person knows.")},
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        lasts = cleaned.get("measure") in {Measure.RESTRICT, Measure.SUSPEND}
        if lasts and not cleaned.get("days") and not self.has_error("days"):
            self.add_error("days", _("Choose for how long."))
        return cleaned
