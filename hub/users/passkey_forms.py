"""Forms of passkeys: what a browser sends as one is anybody's JSON; allauth trusts its shape."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.utils.translation import gettext_lazy as _

from hub.users.forms import PlainFields

LONGEST_NAME = 80
MALFORMED = (AttributeError, IndexError, KeyError, TypeError, ValueError, struct.error)


@contextmanager
def only_passkeys() -> Iterator[None]:
    """Answers anything else as a wrong passkey, not with a fault of the server."""
    try:
        yield
    except MALFORMED as error:
        raise get_adapter().validation_error("incorrect_code") from error


class CarefulCredential:
    def clean_credential(self) -> Authenticator:
        with only_passkeys():
            return super().clean_credential()


class LoginPasskeyForm(CarefulCredential, webauthn.LoginWebAuthnForm):
    pass


class AuthenticatePasskeyForm(CarefulCredential, webauthn.AuthenticateWebAuthnForm):
    pass


class ReauthenticatePasskeyForm(CarefulCredential, webauthn.ReauthenticateWebAuthnForm):
    pass


class AddPasskeyForm(PlainFields, webauthn.AddWebAuthnForm):
    labels = {
        "name": _("Name"),
        "passwordless": _("Sign in with it alone, without a password"),
    }
    hints = {
        "name": _("So that you can tell your passkeys apart."),
        "passwordless": _("Untick for an old security key without PIN or fingerprint."),
    }
    field_order = ["name", "passwordless", "credential"]
    name = forms.CharField(max_length=LONGEST_NAME, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["passwordless"].initial = True

    def clean(self) -> dict[str, Any]:
        with only_passkeys():
            return super().clean()


class EditPasskeyForm(PlainFields, webauthn.EditWebAuthnForm):
    labels = {"name": _("Name")}
    name = forms.CharField(max_length=LONGEST_NAME)
