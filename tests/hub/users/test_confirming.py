"""What confirming an address does, by the forms that people use."""

import re
from datetime import timedelta

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from django.utils import timezone

from hub.access.readers import reader_for
from hub.access.tokens import PRACTITIONER
from hub.users.models import User
from tests.factories.people import PASSWORD, UserFactory, sign_in
from tests.factories.verification import DomainFactory, verified_person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _domain() -> None:
    DomainFactory(domain="ardale.gov.uk")


def sign_up(client: Client, email: str) -> User:
    client.post("/accounts/signup/", {"email": email, "name": "Asha", "password1": PASSWORD})
    return User.objects.get(email=email.lower())


def last_link() -> str:
    return re.search(r"http://testserver(/\S+)", str(mail.outbox[-1].body)).group(1)


def holds(person: User) -> bool:
    return PRACTITIONER in reader_for(person).tokens


def test_signing_up_verifies_nobody(client: Client) -> None:
    person = sign_up(client, "asha@ardale.gov.uk")
    client.get(last_link())
    assert not holds(person)


def test_pressing_confirm_does(client: Client) -> None:
    person = sign_up(client, "Asha@Ardale.gov.uk")
    client.post(last_link())
    assert holds(person)


def test_on_any_other_domain_it_does_not(client: Client) -> None:
    person = sign_up(client, "asha@brimlow.gov.uk")
    client.post(last_link())
    assert EmailAddress.objects.get(user=person).verified
    assert not holds(person)


def test_an_open_session_alone_changes_no_address(client: Client) -> None:
    sign_in(client, UserFactory())
    with time_machine.travel(timezone.now() + timedelta(minutes=10)):
        answer = client.post(
            "/accounts/email/", {"email": "new@elsewhere.example", "action_add": ""}
        )
    assert answer.url.startswith("/accounts/reauthenticate/")
    assert not mail.outbox


def test_a_new_address_elsewhere_ends_it_once_confirmed_and_not_before(client: Client) -> None:
    person = sign_up(client, "asha@ardale.gov.uk")
    client.post(last_link())
    sign_in(client, person)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    client.post("/accounts/email/", {"email": "asha@home.example", "action_add": "1"})
    assert holds(person)
    client.post(last_link())
    assert not holds(person)


def test_a_new_address_there_verifies_once_confirmed_and_not_before(client: Client) -> None:
    person = UserFactory()
    sign_in(client, person)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    client.post("/accounts/email/", {"email": "asha@ardale.gov.uk", "action_add": "1"})
    assert not holds(person)
    client.post(last_link())
    assert holds(person)


def test_a_new_name_at_the_same_organisation_keeps_it(client: Client) -> None:
    person = sign_up(client, "asha@ardale.gov.uk")
    client.post(last_link())
    sign_in(client, person)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    client.post("/accounts/email/", {"email": "asha.rao@ardale.gov.uk", "action_add": "1"})
    client.post(last_link())
    assert EmailAddress.objects.get(user=person).email == "asha.rao@ardale.gov.uk"
    assert holds(person)


def test_a_link_that_was_used_verifies_nobody_again(client: Client) -> None:
    person = sign_up(client, "asha@ardale.gov.uk")
    link = last_link()
    client.post(link)
    EmailAddress.objects.filter(user=person).first().delete()
    client.post(link)
    assert not holds(person)


def test_closing_an_account_ends_sessions_and_verification(client: Client) -> None:
    person = verified_person(DomainFactory())
    sign_in(client, person)
    person.is_active = False
    person.save()
    assert client.get("/account/").status_code == 302
    assert not holds(person)
