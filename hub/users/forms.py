"""Forms of sign-in and profile: plain labels, and no placeholder that repeats the label."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from django import forms
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from hub.core.one_line import without_turns
from hub.taxonomy.models import AgencyType, Area, Organisation
from hub.users.models import Profile, User

NOT_GIVEN = _("Not given")
PASSWORD_HINT = _("At least 10 characters. Three words that don't belong together work well.")
MISSING = {
    "login": _("Enter your email address."),
    "email": _("Enter your email address."),
    "password": _("Enter your password."),
    "oldpassword": _("Enter your current password."),
    "password1": _("Enter a new password."),
    "password2": _("Enter the new password again."),
    "code": _("Enter the code."),
}


class PlainFields:
    """Our words for allauth's fields."""

    labels: dict[str, Any] = {}
    hints: dict[str, Any] = {}
    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label)
            field.help_text = self.hints.get(name, field.help_text)
            if name in MISSING:
                field.error_messages["required"] = MISSING[name]


class PlainName:
    """Addresses are private and names are not."""

    cleaned_data: dict[str, Any]

    def clean_name(self) -> str:
        name = without_turns(self.cleaned_data["name"])
        if "@" in name:
            raise forms.ValidationError(_("Enter a name, not an email address."))
        return name


class LoginForm(PlainFields, account.LoginForm):
    labels = {
        "login": _("Email address"),
        "remember": _("Keep me signed in for 12 hours, even if I close the browser"),
    }
    hints = {"password": ""}


class SignupForm(PlainName, PlainFields, account.SignupForm):
    name = forms.CharField(label=_("Your name"), max_length=120, required=False)
    field_order = ["email", "name", "password1"]
    labels = {"email": _("Email address"), "password1": _("Choose a password")}
    hints = {
        "email": _("Use your work address. We send a link to confirm it."),
        "name": _("Shown beside what you post. You can add it later."),
        "password1": PASSWORD_HINT,
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].widget.attrs["autocomplete"] = "name"

    def try_save(self, request: HttpRequest) -> tuple[User | None, HttpResponse | None]:
        """A known address costs the hashing of a new one, so that time doesn't tell them apart.

        A new account is there with its address or not at all, and costs one write.
        """
        if self.account_already_exists:
            make_password(self.cleaned_data["password1"])
            return super().try_save(request)
        with transaction.atomic():
            return super().try_save(request)


class ResetPasswordForm(PlainFields, account.ResetPasswordForm):
    labels = {"email": _("Email address")}


class ResetPasswordKeyForm(PlainFields, account.ResetPasswordKeyForm):
    labels = {"password1": _("New password"), "password2": _("New password again")}
    hints = {"password1": PASSWORD_HINT}


class SetPasswordForm(PlainFields, account.SetPasswordForm):
    labels = {"password1": _("Password"), "password2": _("Password again")}
    hints = {"password1": PASSWORD_HINT}


class ChangePasswordForm(PlainFields, account.ChangePasswordForm):
    labels = {
        "oldpassword": _("Current password"),
        "password1": _("New password"),
        "password2": _("New password again"),
    }
    hints = {"oldpassword": "", "password1": PASSWORD_HINT}


class AddEmailForm(PlainFields, account.AddEmailForm):
    labels = {"email": _("New email address")}


class ReauthenticateForm(PlainFields, account.ReauthenticateForm):
    labels = {"password": _("Password")}
    hints = {"password": ""}


class AuthenticateForm(PlainFields, mfa.AuthenticateForm):
    labels = {"code": _("Code")}
    hints = {"code": _("Six digits from your authenticator app, or one of your recovery codes.")}


class MFAReauthenticateForm(PlainFields, mfa.ReauthenticateForm):
    labels = AuthenticateForm.labels
    hints = AuthenticateForm.hints


class ActivateTOTPForm(PlainFields, totp.ActivateTOTPForm):
    labels = {"code": _("Code that the app shows")}


class ProfileForm(PlainName, forms.Form):
    """What a person says of themselves; memberships, not these fields, give access."""

    name = forms.CharField(
        label=_("Name"),
        max_length=User._meta.get_field("name").max_length,
        required=False,
        help_text=_("Shown beside what you post."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    job_title = forms.CharField(
        label=_("Job title"),
        max_length=Profile._meta.get_field("job_title").max_length,
        required=False,
        help_text=_("For example, youth justice practitioner."),
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
    )
    agency_type = forms.ModelChoiceField(
        AgencyType.objects.all(),
        label=_("Kind of agency"),
        required=False,
        empty_label=NOT_GIVEN,
    )
    organisation = forms.ModelChoiceField(
        Organisation.objects.all(),
        label=_("Organisation"),
        required=False,
        empty_label=NOT_GIVEN,
    )
    area = forms.ModelChoiceField(
        Area.objects.all(), label=_("Area"), required=False, empty_label=NOT_GIVEN
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        organisation, agency = data.get("organisation"), data.get("agency_type")
        if organisation and agency and organisation.agency_type_id != agency.pk:
            self.add_error(
                "agency_type",
                _("%(organisation)s is listed under another kind of agency: %(agency)s.")
                % {"organisation": organisation, "agency": organisation.agency_type},
            )
        return data
