from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hub.core.personal_details.forms import ChecksPersonalDetails
from hub.forum.enums import UnmaskingGround

LONGEST = 1000


class UnmaskForm(ChecksPersonalDetails, forms.Form):
    """Why, and for the safeguarding lead whether to wait for a second moderator."""

    details_place = "forum.unmask"

    ground = forms.ChoiceField(
        label=_("How is it decided?"),
        choices=UnmaskingGround,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it is decided.")},
    )
    reason = forms.CharField(
        label=_("Why do you have to know who wrote it?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("It's kept in the record for good. Leave out names."),
        error_messages={"required": _("Say why. Without a reason nobody may look.")},
    )

    def __init__(self, *args: Any, alone: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if not alone:
            del self.fields["ground"]

    @property
    def decides_alone(self) -> bool:
        return self.cleaned_data.get("ground") == UnmaskingGround.LIFE


class ReviewForm(ChecksPersonalDetails, forms.Form):
    details_place = "forum.unmasking_review"

    was_right = forms.TypedChoiceField(
        label=_("Was it right to look alone?"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        coerce="yes".__eq__,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose yes or no.")},
    )
    note = forms.CharField(
        label=_("What did you find?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("It's kept in the record for good. Leave out names."),
        error_messages={"required": _("Say what you found.")},
    )
