import re

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail
from django.test import Client

from hub.users.models import User
from tests.factories.people import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db

NEW = {"email": "New.Person@Agency.example", "name": "Asha Rao", "password1": PASSWORD}


def link_in(text: str) -> str:
    return re.search(r"http://testserver(/accounts/\S+)", text).group(1)


def test_signing_up_makes_a_person_with_a_lower_cased_address_and_a_profile(
    client: Client,
) -> None:
    client.post("/accounts/signup/", NEW)
    person = User.objects.get(email="new.person@agency.example")
    assert person.name == "Asha Rao"
    assert person.profile.pk


def test_a_name_is_optional(client: Client) -> None:
    client.post("/accounts/signup/", {**NEW, "name": ""})
    assert User.objects.get().get_full_name() == "A member"


def test_signing_up_signs_nobody_in_before_the_address_is_confirmed(client: Client) -> None:
    response = client.post("/accounts/signup/", NEW, follow=True)
    assert "Check your email" in response.content.decode()
    assert "_auth_user_id" not in client.session


def test_opening_the_link_confirms_nothing_until_the_button_is_pressed(client: Client) -> None:
    client.post("/accounts/signup/", NEW)
    link = link_in(mail.outbox[0].body)
    assert "Confirm" in client.get(link).content.decode()
    assert not EmailAddress.objects.get().verified


def test_pressing_confirm_opens_the_account(client: Client) -> None:
    client.post("/accounts/signup/", NEW)
    client.post(link_in(mail.outbox[0].body))
    response = client.post("/accounts/login/", {"login": NEW["email"], "password": PASSWORD})
    assert EmailAddress.objects.get().verified
    assert response.url == "/"


def test_an_unconfirmed_person_cannot_sign_in(client: Client) -> None:
    person = UserFactory(confirmed=False)
    response = client.post("/accounts/login/", {"login": person.email, "password": PASSWORD})
    assert response.url == "/accounts/confirm-email/"
    assert "_auth_user_id" not in client.session


def test_a_known_address_gets_the_same_answer_as_a_new_one(client: Client) -> None:
    known = UserFactory()
    for_known = Client().post("/accounts/signup/", {**NEW, "email": known.email})
    for_new = client.post("/accounts/signup/", NEW)
    assert (for_known.status_code, for_known.url) == (for_new.status_code, for_new.url)
    assert User.objects.filter(email=known.email).count() == 1


def test_the_owner_of_a_known_address_hears_of_the_try(client: Client) -> None:
    known = UserFactory()
    client.post("/accounts/signup/", {**NEW, "email": known.email})
    assert [message.subject for message in mail.outbox] == [
        "You have an account with Common Ground already"
    ]


def test_a_short_password_gets_its_message_beside_the_field_and_keeps_the_rest(
    client: Client,
) -> None:
    page = client.post("/accounts/signup/", {**NEW, "password1": "short"}).content.decode()
    assert 'id="id_password1_error"' in page
    assert 'value="Asha Rao"' in page


def test_a_password_like_the_name_is_refused(client: Client) -> None:
    client.post(
        "/accounts/signup/", {**NEW, "email": "asharao.york@x.example", "password1": "asharao.york"}
    )
    assert not User.objects.exists()


def test_too_many_signups_from_one_address_are_stopped(client: Client) -> None:
    answers = [
        client.post("/accounts/signup/", {**NEW, "email": f"p{n}@agency.example"}).status_code
        for n in range(22)
    ]
    assert answers[0] == 302
    assert answers[-1] == 429


def test_a_known_address_costs_a_hashing_as_a_new_one_does(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    known, hashed = UserFactory(), []
    encode = MD5PasswordHasher.encode
    monkeypatch.setattr(
        MD5PasswordHasher, "encode", lambda *args: hashed.append(args) or encode(*args)
    )
    client.post("/accounts/signup/", {**NEW, "email": known.email})
    assert len(hashed) == 1


def test_an_address_is_refused_as_a_name(client: Client) -> None:
    page = client.post("/accounts/signup/", {**NEW, "name": "asha@agency.example"})
    assert "Enter a name, not an email address." in page.content.decode()
    assert not User.objects.exists()
