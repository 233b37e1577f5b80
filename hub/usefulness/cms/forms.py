from django import forms
from django.utils.translation import gettext_lazy as _

from hub.core.personal_details.validators import validate_without_details


class DoneForm(forms.Form):
    # What stood there when the form was shown.
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    done = forms.CharField(
        label=_("What was done about it"),
        help_text=_("Such as: mended in the version of 3 May. Name nobody."),
        max_length=300,
        validators=[validate_without_details],
        error_messages={"required": _("Say what was done about it.")},
    )
