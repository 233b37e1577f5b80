from django import forms
from django.utils.translation import gettext_lazy as _

from hub.core.personal_details.forms import ChecksPersonalDetails
from hub.forum.enums import ReportReason


class ReportForm(ChecksPersonalDetails, forms.Form):
    details_place = "forum.report"

    reason = forms.ChoiceField(
        label=_("What is wrong?"),
        choices=ReportReason,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what is wrong with the post.")},
    )
    note = forms.CharField(
        label=_("Anything the moderators should know"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Leave out names and anything that could identify a child."),
    )


class HideForm(ChecksPersonalDetails, forms.Form):
    details_place = "forum.hide"

    reason = forms.CharField(
        label=_("Why are you hiding it?"),
        max_length=200,
        help_text=_("The writer is told this, and it's kept in the record."),
        error_messages={"required": _("Say why, so that the writer knows.")},
    )
