"""Tells people when the ways into their account change, or when somebody new comes in by one.

allauth mails changed passwords and second factors by itself; in the hub they stand here too.
"""

from typing import Any

from allauth.account.signals import password_changed, password_reset, password_set
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from hub.notices.enums import Category
from hub.notices.services import notify
from hub.users.devices import signed_in_from_new_device
from hub.users.models import User
from hub.users.templatetags.browsers import browser


def tell(user: User, text: str, address: str, *, email: bool) -> None:
    notify(
        people=[user.pk], category=Category.ACCOUNT, text=text, url=reverse(address), email=email
    )


def new_device(request: HttpRequest, user: User, **_kwargs: Any) -> None:
    name = browser(request.headers.get("User-Agent", ""))
    text = _(
        "New sign-in with %(browser)s. If it wasn't you, sign out everywhere else and change your "
        "password."
    )
    tell(user, text % {"browser": name}, "usersessions_list", email=True)


def password_is_new(user: User, **_kwargs: Any) -> None:
    tell(user, _("Your password was changed."), "users:account", email=False)


def factor_added(user: User, authenticator: Authenticator, **_kwargs: Any) -> None:
    tell(user, ADDED[authenticator.type](), "mfa_index", email=False)


def factor_removed(user: User, authenticator: Authenticator, **_kwargs: Any) -> None:
    tell(user, REMOVED[authenticator.type](), "mfa_index", email=False)


ADDED = {
    Authenticator.Type.WEBAUTHN: lambda: _("A passkey was added to your account."),
    Authenticator.Type.TOTP: lambda: _("An authenticator app was added to your account."),
    Authenticator.Type.RECOVERY_CODES: lambda: _("New recovery codes were made for your account."),
}
REMOVED = {
    Authenticator.Type.WEBAUTHN: lambda: _("A passkey was removed from your account."),
    Authenticator.Type.TOTP: lambda: _("The authenticator app was removed from your account."),
    Authenticator.Type.RECOVERY_CODES: lambda: _("Your recovery codes were removed."),
}


def connect() -> None:
    signed_in_from_new_device.connect(new_device, dispatch_uid="notices.new_device")
    for signal in (password_changed, password_reset, password_set):
        signal.connect(password_is_new, dispatch_uid="notices.password")
    authenticator_added.connect(factor_added, dispatch_uid="notices.factor_added")
    authenticator_removed.connect(factor_removed, dispatch_uid="notices.factor_removed")
