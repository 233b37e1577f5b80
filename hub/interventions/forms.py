from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from hub.core.day_fields import DayField
from hub.core.personal_details.forms import ChecksPersonalDetails
from hub.interventions.conditions import Condition, answers_to
from hub.interventions.models.statement import LONGEST_NOTE
from hub.pages.secret_markings import refuse_secret_heading


class StatementForm(ChecksPersonalDetails, forms.Form):
    """How one condition stands in an area. `seen` says what was the last word on it."""

    details_place = "interventions.statement"

    presence = forms.ChoiceField(
        label=_("How is it in your area?"),
        widget=forms.RadioSelect,
        help_text=_("“Not known” is an honest answer: it says what to find out."),
        error_messages={"required": _("Choose an answer.")},
    )
    note = forms.CharField(
        label=_("What should others know?"),
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Such as which role answers for it, and until when. Name no person."),
        validators=[refuse_secret_heading],
    )
    as_of = DayField(label=_("As of which day?"), help_text=_("Such as 4/11/2026."))
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, condition: Condition, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["presence"].choices = answers_to(condition)

    def clean_as_of(self) -> date:
        day = self.cleaned_data["as_of"]
        if day > timezone.localdate():
            raise forms.ValidationError(_now("This day is still to come."))
        return day
