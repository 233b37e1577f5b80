"""What a passkey may do, and what no passkey page gives away. tests/journeys uses real ones."""

import json

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from tests.factories.passkeys import with_passkey
from tests.factories.people import PASSWORD, UserFactory, sign_in, with_authenticator

pytestmark = pytest.mark.django_db

KEYS = "/accounts/2fa/webauthn/keys"


def confirmed(client: Client, person: object) -> Client:
    sign_in(client, person, mfa=True)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return client


@pytest.mark.parametrize("page", ["edit", "remove"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_somebody_elses_passkey_is_missing(client: Client, page: str, method: str) -> None:
    theirs = with_passkey(UserFactory())
    mine = confirmed(client, UserFactory())
    answer = getattr(mine, method)(f"{KEYS}/{theirs.pk}/{page}/", {"name": "Mine now"})
    assert answer.status_code == 404
    theirs.refresh_from_db()
    assert theirs.wrap().name == "A laptop"


@pytest.mark.parametrize("page", ["add/", "keys/{pk}/edit/", "keys/{pk}/remove/"])
def test_passkeys_change_only_after_asking_again(client: Client, page: str) -> None:
    person = UserFactory()
    key = with_passkey(person)
    answer = sign_in(client, person).get(f"/accounts/2fa/webauthn/{page.format(pk=key.pk)}")
    assert answer.url.startswith("/accounts/reauthenticate/")


NONSENSE = [
    "",
    "{}",
    "[]",
    "null",
    "7",
    '"x"',
    '{"id": 1}',
    '{"response": {"userHandle": "AAAA"}}',
    '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {"userHandle": "MQ"}}',
    '{"id": "AA", "rawId": "AA", "response": {"clientDataJSON": "e30", "authenticatorData": "AA", '
    '"signature": "AA", "attestationObject": "AA", "userHandle": "AA"}}',
]


@pytest.mark.parametrize("credential", NONSENSE)
def test_nonsense_is_no_new_passkey(client: Client, credential: str) -> None:
    person = UserFactory()
    add = "/accounts/2fa/webauthn/add/"
    confirmed(client, person).get(add)
    assert client.post(add, {"name": "A key", "credential": credential}).status_code == 200
    assert not Authenticator.objects.filter(user=person).exists()


@pytest.mark.parametrize("credential", NONSENSE)
def test_nonsense_is_no_second_step(client: Client, credential: str) -> None:
    person = UserFactory()
    with_passkey(person)
    client.post("/accounts/login/", {"login": person.email, "password": PASSWORD})
    client.post("/accounts/2fa/authenticate/", {"credential": credential})
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("credential", NONSENSE)
def test_nonsense_instead_of_a_passkey_signs_nobody_in(client: Client, credential: str) -> None:
    client.get("/accounts/2fa/webauthn/login/", headers={"Accept": "application/json"})
    answer = client.post("/accounts/2fa/webauthn/login/", {"credential": credential})
    assert answer.url == "/accounts/login/"
    assert "_auth_user_id" not in client.session


def test_the_challenge_names_no_account(client: Client) -> None:
    with_passkey(UserFactory())
    answer = client.get("/accounts/2fa/webauthn/login/", headers={"Accept": "application/json"})
    options = answer.json()["request_options"]["publicKey"]
    assert options.get("allowCredentials", []) == []
    assert options["userVerification"] == "required"


def test_a_passkey_is_asked_for_after_the_password(client: Client) -> None:
    person = UserFactory()
    with_passkey(person, alone=False)
    answer = client.post("/accounts/login/", {"login": person.email, "password": PASSWORD})
    assert answer.url == "/accounts/2fa/authenticate/"
    assert "Use your passkey" in client.get(answer.url).content.decode()


def test_an_authenticator_app_alone_offers_no_passkey(client: Client) -> None:
    person = with_authenticator(UserFactory())
    answer = client.post(
        "/accounts/login/", {"login": person.email, "password": PASSWORD}, follow=True
    )
    assert "Use your passkey" not in answer.content.decode()


def test_a_passkey_is_renamed(client: Client) -> None:
    person = UserFactory()
    key = with_passkey(person)
    confirmed(client, person).post(f"{KEYS}/{key.pk}/edit/", {"name": "Desk"})
    key.refresh_from_db()
    assert key.wrap().name == "Desk"


def test_a_passkey_is_removed(client: Client) -> None:
    person = UserFactory()
    key = with_passkey(person)
    confirmed(client, person).post(f"{KEYS}/{key.pk}/remove/")
    assert not Authenticator.objects.filter(pk=key.pk).exists()


def test_a_new_passkey_is_named_after_the_device(client: Client) -> None:
    chrome = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36"
    page = confirmed(client, UserFactory()).get(
        "/accounts/2fa/webauthn/add/", headers={"User-Agent": chrome}
    )
    assert page.context["form"]["name"].value() == "Chrome on Windows"


def test_the_options_of_a_new_passkey_name_the_hub(client: Client) -> None:
    page = confirmed(client, UserFactory()).get("/accounts/2fa/webauthn/add/")
    options = json.loads(json.dumps(page.context["js_data"], default=dict))["creation_options"]
    assert options["publicKey"]["rp"]["name"] == "Common Ground"


@pytest.mark.parametrize("path", ["/accounts/login/", "/accounts/2fa/webauthn/add/"])
def test_passkey_pages_run_no_inline_script(client: Client, path: str) -> None:
    person = client if path == "/accounts/login/" else confirmed(client, UserFactory())
    page = person.get(path).content.decode()
    scripts = [part.split(">")[0] for part in page.split("<script")[1:]]
    assert all("src=" in part or 'type="application/json"' in part for part in scripts)
