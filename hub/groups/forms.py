"""Forms of groups: what a group is, and the few words that people write to each other."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hub.core.personal_details.forms import ChecksPersonalDetails
from hub.groups.enums import Joining
from hub.groups.models import JoinRequest, WorkingGroup


def longest(model: type, name: str) -> int:
    return model._meta.get_field(name).max_length


class GroupForm(ChecksPersonalDetails, forms.Form):
    details_place = "groups.about"

    name = forms.CharField(
        label=_("Name"),
        max_length=longest(WorkingGroup, "name"),
        error_messages={"required": _("Enter a name.")},
    )
    purpose = forms.CharField(
        label=_("What is it for?"),
        max_length=longest(WorkingGroup, "purpose"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One or two sentences. People read them before they join."),
        error_messages={"required": _("Say what the group is for.")},
    )
    joining = forms.ChoiceField(
        label=_("How do people come in?"),
        choices=Joining,
        widget=forms.RadioSelect,
        initial=Joining.ASK,
        error_messages={"required": _("Choose how people come in.")},
    )
    practitioners_only = forms.BooleanField(
        label=_("Only verified practitioners"),
        required=False,
        help_text=_("A place ends when its holder's verification does."),
    )
    is_private = forms.BooleanField(
        label=_("Private"),
        required=False,
        help_text=_("Nobody outside sees its name, so people come in by invitation only."),
    )
    is_sensitive = forms.BooleanField(
        label=_("Sensitive"),
        required=False,
        help_text=_(
            "For verified practitioners. Everyone confirms every three months, not every year, "
            "that they're still in it, and owners sign in with two steps."
        ),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("is_private") and data.get("joining") not in {None, Joining.INVITATION}:
            self.add_error(
                "joining", _("People come into a private group by invitation. Choose that.")
            )
        return data


class StartForm(GroupForm):
    """For verified practitioners unless the starter says otherwise."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["practitioners_only"].initial = True


class AskForm(ChecksPersonalDetails, forms.Form):
    details_place = "groups.ask"

    reason = forms.CharField(
        label=_("Why would you like to join?"),
        max_length=longest(JoinRequest, "reason"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The owners read this. What you do is enough: name nobody you work with."),
        error_messages={"required": _("Say in a sentence why you'd like to join.")},
    )


class ReasonForm(ChecksPersonalDetails, forms.Form):
    """Words to somebody about a decision, kept in the record of powers used."""

    details_place = "groups.reason"

    reason = forms.CharField(
        max_length=longest(JoinRequest, "answer"),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say why, in a sentence.")},
    )

    def __init__(self, *args: Any, label: str, hint: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["reason"].label = label
        self.fields["reason"].help_text = hint


class InviteForm(forms.Form):
    email = forms.EmailField(
        label=_("Their work email address"),
        max_length=254,
        help_text=_("We send a link that works for this address alone, once, for two weeks."),
        error_messages={
            "required": _("Enter an email address."),
            "invalid": _("Enter an address like name@agency.gov.uk."),
        },
    )
