import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import generate_totp_secret
from allauth.usersessions.models import UserSession
from django.core import mail
from django.http import HttpResponse
from django.test import Client

from tests.factories.people import PASSWORD, UserFactory, code_of, with_authenticator

pytestmark = pytest.mark.django_db


def sign_in_by_form(
    client: Client, email: str, password: str = PASSWORD, **more: Any
) -> HttpResponse:
    return client.post("/accounts/login/", {"login": email, "password": password, **more})


def test_the_right_password_signs_in(client: Client) -> None:
    person = UserFactory()
    assert sign_in_by_form(client, person.email).url == "/"
    assert client.session["_auth_user_id"] == str(person.pk)


def test_an_address_in_capitals_signs_in(client: Client) -> None:
    assert sign_in_by_form(client, UserFactory().email.upper()).url == "/"


def test_next_inside_the_site_is_followed(client: Client) -> None:
    person = UserFactory()
    response = client.post(
        "/accounts/login/?next=/account/", {"login": person.email, "password": PASSWORD}
    )
    assert response.url == "/account/"


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "///evil.example",
        "javascript:alert(1)",
        "http:///evil.example",
        "https:evil.example",
        "\thttps://evil.example",
    ],
)
def test_next_outside_the_site_is_not_followed(client: Client, target: str) -> None:
    assert sign_in_by_form(client, UserFactory().email, next=target).url == "/"


def test_a_wrong_password_and_an_unknown_address_get_the_same_page(client: Client) -> None:
    known = sign_in_by_form(Client(), UserFactory().email, "not this one")
    unknown = sign_in_by_form(client, "nobody@agency.example", "not this one")
    assert "don&#x27;t match" in known.content.decode()
    assert comparable(known) == comparable(unknown)


def comparable(response: HttpResponse) -> str:
    """The page without what every request has of its own: form token and typed address."""
    text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", response.content.decode())
    return re.sub(r'value="[^"]*agency\.example"', "", text)


def test_many_wrong_passwords_stop_further_tries_even_with_the_right_one(client: Client) -> None:
    person = UserFactory()
    for _ in range(6):
        sign_in_by_form(client, person.email, "not this one")
    page = sign_in_by_form(client, person.email).content.decode()
    assert "Too many tries" in page


def test_a_closed_account_is_told_so_only_with_its_password(client: Client) -> None:
    person = UserFactory(is_active=False)
    assert sign_in_by_form(client, person.email).url == "/accounts/inactive/"
    assert sign_in_by_form(client, person.email, "not this one").status_code == 200


def test_an_authenticator_is_asked_for_after_the_password(client: Client) -> None:
    person = with_authenticator(UserFactory())
    assert sign_in_by_form(client, person.email).url == "/accounts/2fa/authenticate/"
    assert "_auth_user_id" not in client.session


def test_the_code_completes_the_sign_in(client: Client) -> None:
    secret = generate_totp_secret()
    person = with_authenticator(UserFactory(), secret)
    sign_in_by_form(client, person.email)
    client.post("/accounts/2fa/authenticate/", {"code": code_of(secret)})
    assert client.session["_auth_user_id"] == str(person.pk)


def test_a_wrong_code_does_not(client: Client) -> None:
    person = with_authenticator(UserFactory())
    sign_in_by_form(client, person.email)
    page = client.post("/accounts/2fa/authenticate/", {"code": "000000x"}).content.decode()
    assert "That code isn&#x27;t right" in page
    assert "_auth_user_id" not in client.session


def test_a_code_works_once(client: Client) -> None:
    secret = generate_totp_secret()
    person = with_authenticator(UserFactory(), secret)
    for again in (client, Client()):
        sign_in_by_form(again, person.email)
        again.post("/accounts/2fa/authenticate/", {"code": code_of(secret)})
    assert "_auth_user_id" not in again.session


def test_secrets_are_not_readable_in_the_database() -> None:
    secret = generate_totp_secret()
    with_authenticator(UserFactory(), secret)
    assert secret not in str(Authenticator.objects.get().data)


def test_signing_out_takes_a_post(client: Client) -> None:
    sign_in_by_form(client, UserFactory().email)
    client.get("/accounts/logout/")
    assert "_auth_user_id" in client.session
    client.post("/accounts/logout/")
    assert "_auth_user_id" not in client.session


def test_a_session_is_listed_and_ends_when_the_account_is_closed(client: Client) -> None:
    person = UserFactory()
    sign_in_by_form(client, person.email)
    assert UserSession.objects.filter(user=person).count() == 1
    person.is_active = False
    person.save()
    assert not client.session.exists(client.session.session_key)


def test_a_closed_account_is_a_stranger_at_its_next_request(client: Client) -> None:
    person = UserFactory()
    sign_in_by_form(client, person.email)
    type(person).objects.filter(pk=person.pk).update(is_active=False)
    assert client.get("/account/").status_code == 302


def test_reopening_an_account_brings_no_old_session_back(client: Client) -> None:
    person = UserFactory()
    sign_in_by_form(client, person.email)
    for is_active in (False, True):
        person.is_active = is_active
        person.save()
    assert client.get("/account/").status_code == 302


def test_resetting_gives_known_and_unknown_addresses_the_same_answer(client: Client) -> None:
    known = client.post("/accounts/password/reset/", {"email": UserFactory().email})
    unknown = Client().post("/accounts/password/reset/", {"email": "nobody@agency.example"})
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)


def test_the_link_of_a_reset_lets_its_owner_choose_a_password_once(client: Client) -> None:
    person = UserFactory()
    client.post("/accounts/password/reset/", {"email": person.email})
    link = re.search(r"http://testserver(/\S+)", mail.outbox[0].body).group(1)
    form = client.get(link).url
    new = "another plain phrase"
    client.post(form, {"password1": new, "password2": new})
    assert sign_in_by_form(client, person.email, new).url == "/"
    assert "expired or was used" in Client().get(link, follow=True).content.decode()


def test_a_person_without_a_password_can_choose_one_by_email(client: Client) -> None:
    person = UserFactory(password=None)
    client.post("/accounts/password/reset/", {"email": person.email})
    assert "/accounts/password/reset/key/" in mail.outbox[0].body


def test_changing_the_address_waits_for_the_link(client: Client) -> None:
    person = UserFactory()
    sign_in_by_form(client, person.email)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    client.post("/accounts/email/", {"email": "moved@agency.example", "action_add": "1"})
    person.refresh_from_db()
    assert person.email != "moved@agency.example"
    client.post(re.search(r"http://testserver(/\S+)", mail.outbox[0].body).group(1))
    person.refresh_from_db()
    assert person.email == "moved@agency.example"


def test_a_form_sent_empty_says_what_to_enter(client: Client) -> None:
    page = client.post("/accounts/login/", {}).content.decode()
    assert "Enter your email address." in page
    assert "Enter your password." in page
    assert "This field is required" not in page
