"""Sessions one by one, and word of a sign-in with a browser that is new to somebody."""

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client

from hub.notices.models import Notice
from hub.users.models import User
from tests.factories.passkeys import with_passkey
from tests.factories.people import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db


def enter(client: Client, person: User) -> Client:
    client.post("/accounts/login/", {"login": person.email, "password": PASSWORD})
    return client


def texts(person: User) -> list[str]:
    return [notice.text for notice in Notice.objects.filter(person=person).order_by("pk")]


@pytest.fixture
def person() -> User:
    """Somebody who has been here before."""
    user = UserFactory()
    enter(Client(), user)
    return user


def test_the_first_sign_in_ever_is_no_news(person: User) -> None:
    assert texts(person) == []


def test_a_browser_that_is_new_to_somebody_is_news_by_mail_and_in_the_hub(person: User) -> None:
    enter(Client(), person)
    notice = Notice.objects.get(person=person)
    assert notice.text.startswith("New sign-in with")
    assert notice.email_due_at is not None
    assert notice.url == "/accounts/sessions/"


def test_the_same_browser_is_no_news(person: User) -> None:
    client = enter(Client(), person)
    client.post("/accounts/logout/")
    enter(client, person)
    assert len(texts(person)) == 1


def test_a_browser_known_to_one_person_is_new_to_another(person: User) -> None:
    client = enter(Client(), UserFactory())
    client.post("/accounts/logout/")
    enter(client, person)
    assert len(texts(person)) == 1


def test_a_forged_cookie_makes_no_browser_known(person: User) -> None:
    client = Client()
    client.cookies["known_device"] = "W10:forged:forged"
    enter(client, person)
    assert len(texts(person)) == 1


def test_the_cookie_is_closed_to_scripts(person: User) -> None:
    cookie = enter(Client(), person).cookies["known_device"]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
    assert person.email not in cookie.value


def test_a_changed_password_is_news_in_the_hub(person: User) -> None:
    client = enter(Client(), person)
    new = "another plain phrase"
    data = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    client.post("/accounts/password/change/", data)
    assert "Your password was changed." in texts(person)


def test_a_removed_passkey_is_news_in_the_hub(client: Client, person: User) -> None:
    enter(client, person)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    key = with_passkey(person)
    client.post(f"/accounts/2fa/webauthn/keys/{key.pk}/remove/")
    assert "A passkey was removed from your account." in texts(person)


def test_one_other_session_is_ended_and_no_more(client: Client, person: User) -> None:
    enter(client, person)
    there, elsewhere = enter(Client(), person), enter(Client(), person)
    row = UserSession.objects.get(session_key=there.session.session_key)
    client.post(f"/account/sessions/{row.pk}/end/")
    assert there.get("/account/").status_code == 302
    assert elsewhere.get("/account/").status_code == 200
    assert client.get("/account/").status_code == 200


def test_somebody_elses_session_is_missing(client: Client, person: User) -> None:
    theirs = enter(Client(), UserFactory())
    row = UserSession.objects.get(session_key=theirs.session.session_key)
    assert enter(client, person).post(f"/account/sessions/{row.pk}/end/").status_code == 404
    assert theirs.get("/account/").status_code == 200


def test_ones_own_session_ends_like_signing_out(client: Client, person: User) -> None:
    enter(client, person)
    row = UserSession.objects.get(session_key=client.session.session_key)
    assert client.post(f"/account/sessions/{row.pk}/end/").url == "/accounts/login/"
    assert "_auth_user_id" not in client.session
