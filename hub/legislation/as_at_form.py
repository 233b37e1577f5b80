from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hub.core.day_fields import DayField

AS_AT = "as-at"


class AsAtForm(forms.Form):
    """A day, in the address of the page; today where it is left empty."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields[AS_AT] = DayField(
            label=_("The law on which day?"),
            help_text=_("Such as 4/11/2026. Leave it empty for today."),
            required=False,
        )
