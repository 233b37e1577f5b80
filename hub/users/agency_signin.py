"""Signing in through an agency's own OpenID Connect provider.

An agency vouches for addresses of its registered domains only, and only where it says that it has
verified them. Everything that allauth would take from a provider beyond that is refused or dropped.
"""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp, SocialLogin
from allauth.socialaccount.providers.base import AuthProcess
from django.http import HttpRequest
from django.shortcuts import render

from hub.users.ciphers import cipher
from hub.users.models import User

DOMAINS = "domains"
SEALED_SECRET = "sealed_secret"  # noqa: S105 the name of a setting
YES = (True, "true")


def seal(secret: str) -> str:
    return cipher("agency").encrypt(secret.encode()).decode()


def unseal(app: SocialApp) -> str:
    sealed = app.settings.get(SEALED_SECRET)
    return cipher("agency").decrypt(sealed.encode()).decode() if sealed else app.secret


def claims_of(login: SocialLogin) -> dict[str, Any]:
    """What the provider says of the person: of its user information, else of the token.

    Nothing where the two are about different people.
    """
    data = login.account.extra_data
    told, signed = data.get("userinfo"), data.get("id_token")
    if told and signed and told.get("sub") != signed.get("sub"):
        return {}
    return told or signed or {}


def vouched_address(login: SocialLogin) -> str | None:
    """The address that this provider may and does vouch for, in small letters."""
    claims = claims_of(login)
    address = claims.get("email")
    if not isinstance(address, str) or claims.get("email_verified") not in YES:
        return None
    domain = address.rpartition("@")[2].lower()
    return address.lower() if domain in login.provider.app.settings.get(DOMAINS, ()) else None


class AgencyAdapter(DefaultSocialAccountAdapter):
    def list_apps(self, *args: Any, **kwargs: Any) -> list[SocialApp]:
        """The agencies, their secrets readable in memory only. One query."""
        apps = super().list_apps(*args, **kwargs)
        for app in apps:
            app.secret = unseal(app)
        return apps

    def can_authenticate_by_email(self, login: SocialLogin, email: str) -> bool:
        return email.lower() == vouched_address(login)

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Asked every time, so that a domain taken off the list ends what was linked by it."""
        address = vouched_address(sociallogin)
        if address is None or sociallogin.state.get("process") != AuthProcess.LOGIN:
            context = {"agency": sociallogin.provider.name}
            refused = render(request, "socialaccount/refused.html", context, status=403)
            raise ImmediateHttpResponse(refused)
        keep_only(sociallogin, address)

    def populate_user(
        self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]
    ) -> User:
        user = super().populate_user(request, sociallogin, data)
        name = claims_of(sociallogin).get("name")
        if isinstance(name, str) and "@" not in name:
            user.name = name[: User._meta.get_field("name").max_length]
        return user


def keep_only(login: SocialLogin, address: str) -> None:
    """Of all that the provider told, the address alone goes on, and none of it is stored."""
    login.email_addresses = [EmailAddress(email=address, verified=True, primary=True)]
    login.account.extra_data = {}
    if login.account.pk:
        login.account.save(update_fields=["extra_data"])
    elif not login.is_existing:
        login.user.email = address
