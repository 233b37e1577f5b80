from pathlib import Path

import pytest
from django.core import mail
from django.core.mail import EmailMessage, get_connection
from django.test import Client
from pytest_django.fixtures import Settings

from hub.demo import mailbox
from hub.demo.people import load_people

pytestmark = pytest.mark.django_db


def send(body: str, subject: str = "Hello") -> None:
    EmailMessage(subject, body, "hub@demo.example", ["person@agency.example"]).send()


def test_the_newest_message_comes_first(client: Client) -> None:
    send("one", "First")
    send("two", "Second")
    page = client.get("/demo/mail/").content.decode()
    assert page.index("Second") < page.index("First")


def test_an_address_in_a_message_can_be_pressed(client: Client) -> None:
    send("Open http://testserver/accounts/confirm-email/MQ:abc/ now.")
    page = client.get("/demo/mail/").content.decode()
    assert '<a href="http://testserver/accounts/confirm-email/MQ:abc/">' in page
    assert "</a> now." in page


def test_markup_in_a_message_stays_text(client: Client) -> None:
    send("<script>alert(1)</script> javascript:alert(1)", "<b>bold</b>")
    page = client.get("/demo/mail/").content.decode()
    assert "<script>alert(1)" not in page
    assert "<b>bold" not in page
    assert 'href="javascript' not in page


def test_an_address_cannot_break_out_of_its_link(client: Client) -> None:
    send('http://testserver/"onclick="alert(1)')
    assert '"onclick' not in client.get("/demo/mail/").content.decode()


def test_signing_up_can_be_finished_from_the_page(client: Client) -> None:
    client.post(
        "/accounts/signup/", {"email": "new@agency.example", "password1": "a plain test phrase"}
    )
    assert "/accounts/confirm-email/" in client.get("/demo/mail/").content.decode()


def test_messages_of_the_file_backend_are_read_newest_first(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.EMAIL_FILE_PATH = tmp_path
    backend = "django.core.mail.backends.filebased.EmailBackend"
    connection = get_connection(backend, file_path=tmp_path)
    for subject in ("First", "Second"):
        EmailMessage(subject, "Körper – text", to=["a@b.example"], connection=connection).send()
    monkeypatch.delattr(mail, "outbox")
    letters = mailbox.letters()
    assert [letter.subject for letter in letters] == ["Second", "First"]
    assert "Körper – text" in letters[0].body[0].text


def test_an_empty_or_missing_folder_is_an_empty_mailbox(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.EMAIL_FILE_PATH = tmp_path / "none"
    monkeypatch.delattr(mail, "outbox")
    assert mailbox.letters() == []


def test_codes_of_demonstration_staff_are_shown(client: Client) -> None:
    load_people()
    page = client.get("/demo/mail/").content.decode()
    assert "admin@demo.example" in page
    assert "learner@demo.example" not in page


def test_the_page_is_missing_outside_a_demonstration(client: Client, settings: Settings) -> None:
    settings.DEMO = False
    assert client.get("/demo/mail/").status_code == 404


def test_the_page_takes_no_post_and_no_cache_keeps_it(client: Client) -> None:
    assert client.post("/demo/mail/").status_code == 405
    assert "no-store" in client.get("/demo/mail/").headers["Cache-Control"]


@pytest.mark.parametrize("page", ["/accounts/confirm-email/", "/accounts/password/reset/done/"])
def test_who_waits_for_a_message_is_led_to_it(client: Client, page: str) -> None:
    assert 'href="/demo/mail/"' in client.get(page).content.decode()
