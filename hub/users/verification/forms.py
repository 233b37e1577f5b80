"""Asking to be verified, and deciding about it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hub.access.readers import Reader
from hub.core.personal_details.forms import ChecksPersonalDetails
from hub.taxonomy.models import Area
from hub.users.models import VerificationRequest
from hub.users.verification.approvers import organisation_named, organisations_for

APPROVE, REFUSE = "approve", "refuse"


class AskForm(ChecksPersonalDetails, forms.Form):
    details_place = "users.verification.ask"

    area = forms.ModelChoiceField(
        Area.objects.all(),
        label=_("Where do you work?"),
        empty_label=_("Choose an area"),
        error_messages={"required": _("Choose the area that you work in.")},
        help_text=_("Its dedicated lead decides. Choose the smallest area that fits."),
    )
    organisation_name = forms.CharField(
        label=_("Which organisation do you work for?"),
        max_length=200,
        error_messages={"required": _("Enter the name of your organisation.")},
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    job_title = forms.CharField(
        label=_("What is your role there?"),
        max_length=120,
        error_messages={"required": _("Enter your job title.")},
        help_text=_("For example, youth justice practitioner."),
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
    )
    how_to_check = forms.CharField(
        label=_("How can we check?"),
        max_length=1000,
        error_messages={"required": _("Say how we can check that you work there.")},
        help_text=_(
            "For example, the main number of your office and your manager’s job title. No private "
            "numbers. It’s deleted once somebody has decided."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class DecideForm(ChecksPersonalDetails, forms.Form):
    details_place = "users.verification.decide"

    answer = forms.ChoiceField(
        label=_("Your answer"),
        choices=(
            (APPROVE, _("Yes, I have checked that they work there")),
            (REFUSE, _("No, not now")),
        ),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose an answer.")},
    )
    organisation = forms.ModelChoiceField(
        None,
        label=_("Verified at"),
        required=False,
        help_text=_("If their organisation isn’t in the list, they are verified for the area."),
    )
    reason = forms.CharField(
        label=_("If no, why?"),
        required=False,
        max_length=300,
        help_text=_("They read this in the hub. Say what would help."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self, *args: Any, request: VerificationRequest, reader: Reader, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["organisation"]
        field.queryset = organisations_for(request, reader)
        field.empty_label = _("No organisation, the area of %(area)s") % {"area": request.area}
        named = organisation_named(request.organisation_name, request.area)
        self.initial.setdefault("organisation", named.pk if named else None)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("answer") == REFUSE and not data.get("reason"):
            self.add_error("reason", _("Say why, so that they know what to do."))
        return data

    @property
    def approves(self) -> bool:
        return self.cleaned_data["answer"] == APPROVE
