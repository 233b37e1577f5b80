"""Changes of the ways to sign in are recorded."""

import pytest
from allauth.account.signals import email_changed, password_reset
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from django.test import Client

from hub.access.models import AuditRecord
from hub.users.models import User
from tests.factories.people import PASSWORD, UserFactory, sign_in, with_authenticator

pytestmark = pytest.mark.django_db


def recorded(person: User) -> list[tuple[str, str]]:
    rows = AuditRecord.objects.filter(person_id=person.pk, subject=f"person {person.pk}")
    return list(rows.values_list("action", "reason"))


def test_a_changed_password_is_recorded(client: Client) -> None:
    person = UserFactory()
    new = "another plain test phrase"
    data = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    sign_in(client, person).post("/accounts/password/change/", data)
    assert recorded(person) == [("sign_in.password_changed", "")]


@pytest.mark.parametrize(
    ("signal", "action"),
    [(email_changed, "sign_in.address_changed"), (password_reset, "sign_in.password_reset")],
)
def test_other_changes_are_too(signal: object, action: str) -> None:
    person = UserFactory()
    signal.send(sender=User, request=None, user=person)
    assert recorded(person) == [(action, "")]


@pytest.mark.parametrize(
    ("signal", "action"),
    [
        (authenticator_removed, "sign_in.factor_removed"),
        (authenticator_reset, "sign_in.factor_renewed"),
    ],
)
def test_second_factors_are_recorded_with_their_kind(signal: object, action: str) -> None:
    person = with_authenticator(UserFactory())
    factor = Authenticator.objects.get(user=person)
    signal.send(sender=Authenticator, request=None, user=person, authenticator=factor)
    assert recorded(person) == [(action, "totp")]


def test_a_new_one_is_too(client: Client) -> None:
    person = with_authenticator(UserFactory())
    codes = Authenticator(user=person, type=Authenticator.Type.RECOVERY_CODES)
    authenticator_added.send(sender=Authenticator, request=None, user=person, authenticator=codes)
    assert recorded(person) == [("sign_in.factor_added", "recovery_codes")]
