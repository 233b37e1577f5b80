"""allauth's behaviour where ours differs."""

from typing import Any
from urllib.parse import urlencode

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.models import EmailAddress
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from hub.access.second_factor import has_second_factor
from hub.users.ciphers import cipher
from hub.users.demonstration import refused_here
from hub.users.devices import is_known, remember, signed_in_from_new_device
from hub.users.models import User
from hub.users.second_step import holds_powers, to_second_step
from hub.users.templatetags.browsers import browser


class PeopleBackend(AuthenticationBackend):
    def user_can_authenticate(self, user: User) -> bool:
        """Asked at sign-in and for every request of a session, so a refusal ends sessions too."""
        return super().user_can_authenticate(user) and not refused_here(user.email)


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("This account is closed. Ask an administrator to open it again."),
        "email_password_mismatch": _("The email address and password don't match. Check both."),
        "incorrect_code": _("That code isn't right. Codes change every 30 seconds."),
        "incorrect_password": _("That password isn't right."),
        "enter_current_password": _("That isn't your current password."),
        "too_many_login_attempts": _("Too many tries. Wait five minutes, then try again."),
        "same_as_current": _("That is the address you have now."),
        "duplicate_email": _("That address is yours already, or waits for its link."),
        "rate_limited": _("Too many tries. Wait a few minutes, then try again."),
    }

    ways_to_confirm = {
        "reauthenticate": _("Use your password"),
        "mfa_reauthenticate": _("Use a code from your app, or a recovery code"),
        "mfa_reauthenticate:webauthn": _("Use your passkey"),
    }

    def get_reauthentication_methods(self, user: User | AnonymousUser) -> list[dict[str, Any]]:
        methods = super().get_reauthentication_methods(user)
        return [{**way, "description": self.ways_to_confirm[way["id"]]} for way in methods]

    def save_user(
        self, request: HttpRequest, user: User, form: BaseForm, commit: bool = True
    ) -> User:
        user.name = form.cleaned_data.get("name", "")
        return super().save_user(request, user, form, commit)

    def is_safe_url(self, url: str) -> bool:
        """What nobody can read as an address is none to go to; allauth would fail on it."""
        try:
            return super().is_safe_url(url)
        except ValueError:
            return False

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("users:account")

    def login(self, request: HttpRequest, user: User) -> None:
        request.is_first_sign_in = user.last_login is None
        super().login(request, user)

    def get_email_verification_redirect_url(self, email_address: EmailAddress) -> str:
        """Where they see what confirming has brought them, after signing in if they haven't."""
        if self.request.user.is_authenticated:
            return reverse("users:verification")
        return f"{reverse('account_login')}?{urlencode({'next': reverse('users:verification')})}"

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse:
        """Someone whose role needs a second step and has none is led to set one up."""
        response = super().post_login(request, user, **kwargs)
        if not has_second_factor(request) and holds_powers(user):
            response = to_second_step(request, response.url)
        if not is_known(request, user.pk) and not request.is_first_sign_in:
            signed_in_from_new_device.send(sender=User, request=request, user=user)
        remember(request, response, user.pk)
        return response

    def pre_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse | None:
        """Allauth lets a refused person through to here with the right password."""
        if refused_here(user.email):
            return self.respond_user_inactive(request, user)
        return super().pre_login(request, user, **kwargs)


class MFAAdapter(DefaultMFAAdapter):
    """Keeps authenticator secrets encrypted, so that a copy of the database opens no account."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("That code isn't right. Codes change every 30 seconds and work once."),
    }

    def generate_authenticator_name(self, user: User, type: str) -> str:
        """The device in front of the person: they tell their passkeys apart by it."""
        return browser(context.request.headers.get("User-Agent", ""))

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """What the browser names when it asks which passkey to use."""
        named = super().get_public_key_credential_rp_entity()
        return {**named, "name": settings.WAGTAIL_SITE_NAME}

    def encrypt(self, text: str) -> str:
        return cipher("authenticator").encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Raises InvalidToken where neither SECRET_KEY nor its fallbacks made the text."""
        return cipher("authenticator").decrypt(encrypted_text.encode()).decode()
