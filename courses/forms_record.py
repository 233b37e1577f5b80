"""What people write into their own learning record."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.models import RecordEntry
from courses.models.record import MOST_MINUTES
from courses.services.record import Period
from hub.core.day_fields import DayField
from hub.core.personal_details.forms import ChecksPersonalDetails


class EntryForm(ChecksPersonalDetails, forms.Form):
    details_place = "courses.record"

    title = forms.CharField(
        label=_("What was it?"),
        max_length=RecordEntry._meta.get_field("title").max_length,
        error_messages={"required": _("Say what it was, in a few words.")},
    )
    day = DayField(
        label=_("Date"),
        help_text=_("Such as 4/11/2026."),
    )
    minutes = forms.IntegerField(
        label=_("Minutes"),
        min_value=1,
        max_value=MOST_MINUTES,
        help_text=_("How long it took you, in minutes."),
        error_messages={
            "required": _("Enter a number of minutes."),
            "invalid": _("Enter a whole number of minutes, such as 45."),
            "min_value": _("Enter at least one minute."),
            "max_value": _("Enter less than a week."),
        },
    )
    learned = forms.CharField(
        label=_("What I learned"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Only you read this. Name nobody you work with."),
    )
    will_change = forms.CharField(
        label=_("What I’ll do differently"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean_day(self) -> Any:
        day = self.cleaned_data["day"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("This day is still to come."))
        return day


class PeriodForm(forms.Form):
    since = DayField(label=_("From, such as 1/4/2026"), required=False)
    until = DayField(label=_("To, such as 31/3/2027"), required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and since > until:
            self.add_error("until", _("The last day comes before the first."))
        return cleaned

    @property
    def period(self) -> Period:
        """All there is, where a day can't be read."""
        if not self.is_valid():
            return Period()
        return Period(self.cleaned_data["since"], self.cleaned_data["until"])
