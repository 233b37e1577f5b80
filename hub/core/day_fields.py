"""Days and times of day as lines of text: a browser's own fields drop what they can't read."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

DAYS = ["%Y-%m-%d", "%d/%m/%Y", "%d %m %Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y"]
TIMES = ["%H:%M", "%H.%M"]
BAD_DAY = _("Enter a date like 4/11/2026.")


class DayField(forms.DateField):
    def __init__(self, **given: Any) -> None:
        widget = forms.DateInput(format="%d/%m/%Y", attrs={"autocomplete": "off"})
        errors = {"required": BAD_DAY, "invalid": BAD_DAY}
        super().__init__(widget=widget, input_formats=DAYS, error_messages=errors, **given)


class ClockField(forms.TimeField):
    def __init__(self, **given: Any) -> None:
        widget = forms.TimeInput(format="%H:%M", attrs={"autocomplete": "off"})
        super().__init__(widget=widget, input_formats=TIMES, **given)
