from django import forms
from django.utils.translation import gettext_lazy as _

from hub.core.personal_details.forms import ChecksPersonalDetails

LONGEST_WISH = 500


class MissedForm(ChecksPersonalDetails, forms.Form):
    details_place = "search.missed"

    wanted = forms.CharField(
        label=_("What were you looking for?"),
        help_text=_("In a sentence, without anything about a person you work with."),
        max_length=LONGEST_WISH,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
