"""Known and unknown addresses cost the same hashing; `make measure-timing` measures the time."""

import re
from collections.abc import Callable

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail
from django.test import Client

from hub.users.models import User
from tests.factories.people import PASSWORD, UserFactory
from tests.hub.mydata.clients import asked_again

pytestmark = pytest.mark.django_db

WHO: dict[str, Callable[[], str]] = {
    "known": lambda: UserFactory().email,
    "closed": lambda: UserFactory(is_active=False).email,
    "unconfirmed": lambda: UserFactory(confirmed=False).email,
    "without a password": lambda: UserFactory(password=None).email,
    "unknown": lambda: "nobody@agency.example",
}


@pytest.fixture
def hashed(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Grows with each password that is hashed."""
    done: list[object] = []
    encode = MD5PasswordHasher.encode
    monkeypatch.setattr(
        MD5PasswordHasher, "encode", lambda *args: done.append(args) or encode(*args)
    )
    return done


@pytest.mark.parametrize("who", WHO)
def test_a_wrong_password_is_hashed_once_whoever_it_is_for(
    client: Client, hashed: list[object], who: str
) -> None:
    email = WHO[who]()
    hashed.clear()
    client.post("/accounts/login/", {"login": email, "password": "not this one"})
    assert len(hashed) == 1


@pytest.mark.parametrize("who", ["known", "without a password", "unknown"])
def test_to_ask_for_a_new_password_hashes_nothing_and_sends_one_mail(
    client: Client, hashed: list[object], who: str
) -> None:
    email = WHO[who]()
    hashed.clear()
    mail.outbox.clear()
    answer = client.post("/accounts/password/reset/", {"email": email})
    assert (len(hashed), len(mail.outbox)) == (0, 1)
    assert answer.url == "/accounts/password/reset/done/"


@pytest.mark.parametrize("who", ["known", "unconfirmed", "unknown"])
def test_to_sign_up_hashes_once_and_gives_one_answer(
    client: Client, hashed: list[object], who: str
) -> None:
    email = WHO[who]()
    hashed.clear()
    answer = client.post("/accounts/signup/", {"email": email, "password1": PASSWORD})
    assert len(hashed) == 1
    assert answer.url == "/accounts/confirm-email/"


@pytest.mark.parametrize("who", WHO)
def test_to_change_the_address_gives_one_answer(who: str) -> None:
    email = WHO[who]()
    mail.outbox.clear()
    assert page_after_changing_to(email) == page_after_changing_to("free@agency.example")
    assert [message.to for message in mail.outbox] == [[email], ["free@agency.example"]]


def page_after_changing_to(email: str) -> str:
    """What the person is shown, with the address and the form's token left out."""
    client = asked_again(UserFactory(email="me@agency.example"))
    page = client.post("/accounts/email/", {"email": email, "action_add": ""}, follow=True)
    User.objects.filter(email="me@agency.example").delete()
    text = page.content.decode()
    assert email in text
    return re.sub(r'(csrfmiddlewaretoken" value=")[^"]*', r"\1", text.replace(email, ""))
