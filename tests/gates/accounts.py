"""Screens of signing in and of one's own account, with what goes wrong there."""

import re
from collections.abc import Iterator

from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.socialaccount.models import SocialApp
from django.conf import settings
from django.core import mail
from django.test import Client

from tests.factories.passkeys import with_passkey
from tests.factories.people import UserFactory
from tests.gates.people import NEWCOMER, newcomer, person
from tests.gates.screens import Screen, sent

WRONG = {"login": "learner@demo.example", "password": "not the password"}


def sign_in_screens() -> Iterator[Screen]:
    SocialApp.objects.create(
        provider="openid_connect",
        provider_id="ardale",
        name="Ardale Council",
        settings={"server_url": "http://127.0.0.1:9", "domains": ["ardale.example"]},
    )
    yield Screen("/accounts/oidc/ardale/login/")
    yield Screen("/accounts/3rdparty/login/cancelled/")
    yield Screen("/accounts/login/?next=/learning/")
    yield sent("/accounts/login/", **WRONG)
    yield sent("/accounts/login/", login="author@demo.example", password=settings.DEMO_PASSWORD)
    yield Screen("/accounts/signup/")
    yield sent("/accounts/signup/", email="nobody", password1="short")
    yield Screen("/accounts/password/reset/")
    yield sent("/accounts/password/reset/", email="nobody")
    yield Screen("/accounts/password/reset/done/")
    yield Screen("/accounts/password/reset/key/1-wrong/")
    link = reset_link()
    yield Screen(link)
    yield sent(link, password1="short", password2="different")
    yield Screen("/accounts/password/reset/key/done/")
    yield Screen("/accounts/confirm-email/")
    yield Screen("/accounts/confirm-email/wrong/")
    yield Screen(confirmation_link())
    yield Screen("/accounts/inactive/")
    yield Screen("/demo/mail/")


def account_screens() -> Iterator[Screen]:
    for who in (NEWCOMER, "learner", "author"):
        yield Screen("/account/", who)
    yield Screen("/account/profile/", "learner")
    yield sent("/account/profile/", "learner", name="learner@demo.example")
    yield sent("/account/profile/", "learner", name="Priya Nandakumar")
    yield Screen("/accounts/email/", "learner")
    yield sent("/accounts/email/", "learner", email="nobody", action_add="1")
    yield Screen("/accounts/password/change/", "learner")
    yield sent("/accounts/password/change/", "learner", oldpassword="no", password1="short")
    yield Screen("/accounts/password/set/", NEWCOMER)
    yield Screen("/accounts/reauthenticate/", "learner")
    yield sent("/accounts/reauthenticate/", "learner", password="no")
    yield Screen("/accounts/sessions/", "learner")
    yield Screen("/accounts/logout/", "learner")
    yield from second_factor_screens()


def second_factor_screens() -> Iterator[Screen]:
    RecoveryCodes.activate(person("author"))
    yield Screen("/accounts/2fa/", "learner")
    yield Screen("/accounts/2fa/?next=/account/", "learner")
    yield Screen("/accounts/2fa/?next=/account/", "author")
    yield Screen("/accounts/2fa/", "author")
    yield Screen("/accounts/2fa/reauthenticate/", "author")
    yield Screen("/accounts/2fa/totp/activate/", "learner")
    yield sent("/accounts/2fa/totp/activate/", "learner", code="12")
    yield Screen("/accounts/2fa/totp/deactivate/", "author")
    yield Screen("/accounts/2fa/recovery-codes/", "author")
    yield Screen("/accounts/2fa/recovery-codes/generate/", "author")
    yield from passkey_screens()


def passkey_screens() -> Iterator[Screen]:
    yield Screen("/accounts/2fa/webauthn/", "learner")
    yield Screen("/accounts/2fa/webauthn/add/", "learner")
    yield sent("/accounts/2fa/webauthn/add/", "learner", name="x" * 100)
    key = with_passkey(person("lead"), "A laptop in Ardale")
    yield Screen("/accounts/2fa/", "lead")
    yield Screen("/accounts/2fa/?next=/account/", "lead")
    yield Screen("/accounts/2fa/webauthn/", "lead")
    yield Screen(f"/accounts/2fa/webauthn/keys/{key.pk}/edit/", "lead")
    yield Screen(f"/accounts/2fa/webauthn/keys/{key.pk}/remove/", "lead")
    yield Screen("/accounts/2fa/webauthn/reauthenticate/", "lead")
    yield sent("/accounts/login/", login="lead@demo.example", password=settings.DEMO_PASSWORD)


def reset_link() -> str:
    """From the letter to somebody who forgot the password; signing in would end the link."""
    UserFactory(email="forgetful@demo.example")
    Client().post("/accounts/password/reset/", {"email": "forgetful@demo.example"})
    found = re.search(r"/accounts/password/reset/key/\S+", str(mail.outbox[-1].body))
    assert found, mail.outbox[-1].body
    return found[0]


def confirmation_link() -> str:
    """From the letter to a new address."""
    newcomer()
    address = EmailAddress.objects.create(user=person("learner"), email="new@agency.example")
    return f"/accounts/confirm-email/{EmailConfirmationHMAC(address).key}/"
