"""Signing in through an agency: a real provider on this machine, and everything it may not do."""

import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount, SocialApp
from django.http import HttpResponse
from django.test import Client

from hub.users.agency_signin import seal
from hub.users.models import User
from tests.factories.people import PASSWORD, UserFactory, with_authenticator
from tests.identity_provider.people import CLIENT_ID, CLIENT_SECRET
from tests.identity_provider.people import PASSWORD as AT_THE_AGENCY

pytestmark = pytest.mark.django_db

START = "/accounts/oidc/ardale/login/"


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an OpenID Connect provider that runs as a process of its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    folder = str(tmp_path_factory.mktemp("provider"))
    back = f"http://testserver{START}callback/"
    command = [sys.executable, "-m", "tests.identity_provider", folder, port, back]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603
        try:
            assert process.stdout.readline() == "ready\n"
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


@pytest.fixture
def agency(provider: str) -> SocialApp:
    return SocialApp.objects.create(
        provider="openid_connect",
        provider_id="ardale",
        name="Ardale Council",
        client_id=CLIENT_ID,
        settings={
            "server_url": provider,
            "domains": ["ardale.example"],
            "sealed_secret": seal(CLIENT_SECRET),
        },
    )


def token_in(page: str) -> str:
    return re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page).group(1)


def come_back(client: Client, name: str, **sent: Any) -> HttpResponse:
    """Goes to the agency, signs in there as this person, and follows the way back."""
    leaving = client.post(START, sent)
    there = requests.Session()
    page = there.get(leaving.context["to"], timeout=10)
    form = {"login": name, "password": AT_THE_AGENCY, "csrfmiddlewaretoken": token_in(page.text)}
    answer = there.post(page.url, form, timeout=10, allow_redirects=False)
    while not answer.headers["Location"].startswith("http://testserver"):
        target = requests.compat.urljoin(answer.url, answer.headers["Location"])
        answer = there.get(target, timeout=10, allow_redirects=False)
    back = urlsplit(answer.headers["Location"])
    return client.get(f"{back.path}?{back.query}")


def test_a_newcomer_of_a_registered_domain_gets_an_account(
    client: Client, agency: SocialApp
) -> None:
    assert come_back(client, "nadia", next="/account/").url == "/account/"
    person = User.objects.get(email="nadia@ardale.example")
    assert client.session["_auth_user_id"] == str(person.pk)
    assert (person.name, person.has_usable_password()) == ("Nadia", False)
    assert EmailAddress.objects.get(user=person).verified


def test_the_second_time_the_same_account_is_found(client: Client, agency: SocialApp) -> None:
    come_back(client, "nadia")
    come_back(Client(), "nadia")
    assert User.objects.filter(email="nadia@ardale.example").count() == 1


def test_somebody_known_by_a_vouched_address_is_signed_in(
    client: Client, agency: SocialApp
) -> None:
    person = UserFactory(email="nadia@ardale.example")
    come_back(client, "nadia")
    assert client.session["_auth_user_id"] == str(person.pk)
    assert SocialAccount.objects.get().user == person


def test_a_second_factor_is_asked_for_all_the_same(client: Client, agency: SocialApp) -> None:
    with_authenticator(UserFactory(email="nadia@ardale.example"))
    assert come_back(client, "nadia").url == "/accounts/2fa/authenticate/"
    assert "_auth_user_id" not in client.session


def test_a_closed_account_stays_closed(client: Client, agency: SocialApp) -> None:
    UserFactory(email="nadia@ardale.example", is_active=False)
    come_back(client, "nadia")
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("name", ["unsure", "foreign"])
@pytest.mark.parametrize("known", [True, False])
def test_an_address_that_is_unverified_or_of_another_domain_opens_nothing(
    client: Client, agency: SocialApp, name: str, known: bool
) -> None:
    if known:
        UserFactory(
            email={"unsure": "unsure@ardale.example"}.get(name, f"{name}@elsewhere.example")
        )
    before = User.objects.count()
    answer = come_back(client, name)
    assert answer.status_code == 403
    assert "We can't sign you in that way" in answer.content.decode()
    assert "_auth_user_id" not in client.session
    assert (User.objects.count(), SocialAccount.objects.count()) == (before, 0)


def test_a_domain_taken_off_the_list_ends_what_was_linked(
    client: Client, agency: SocialApp
) -> None:
    come_back(client, "nadia")
    agency.settings["domains"] = ["brimlow.example"]
    agency.save()
    later = Client()
    assert come_back(later, "nadia").status_code == 403
    assert "_auth_user_id" not in later.session


def test_an_unconfirmed_account_of_an_attacker_loses_its_password(
    client: Client, agency: SocialApp
) -> None:
    """Somebody signed up with another's address and waits for the owner to come."""
    planted = UserFactory(email="nadia@ardale.example", confirmed=False)
    come_back(client, "nadia")
    planted.refresh_from_db()
    assert not planted.has_usable_password()


def test_nothing_that_the_provider_tells_is_kept(client: Client, agency: SocialApp) -> None:
    come_back(client, "nadia")
    come_back(Client(), "nadia")
    assert SocialAccount.objects.get().extra_data == {}


def test_to_link_a_foreign_identity_to_an_account_is_refused(
    client: Client, agency: SocialApp
) -> None:
    person = UserFactory()
    client.post("/accounts/login/", {"login": person.email, "password": PASSWORD})
    assert come_back(client, "nadia", process="connect").status_code == 403
    assert not SocialAccount.objects.exists()


def test_the_way_back_stays_on_the_site(client: Client, agency: SocialApp) -> None:
    assert come_back(client, "nadia", next="https://evil.example/").url == "/"


def test_an_answer_that_nobody_here_asked_for_is_refused(client: Client, agency: SocialApp) -> None:
    answer = client.get(f"{START}callback/?code=x&state=forged")
    assert "_auth_user_id" not in client.session
    assert answer.status_code == 401


def test_a_link_signs_nobody_in(client: Client, agency: SocialApp) -> None:
    page = client.get(START)
    assert "Sign in through Ardale Council" in page.content.decode()
    assert "socialaccount_states" not in client.session


def test_the_sign_in_page_offers_the_agency(client: Client, agency: SocialApp) -> None:
    page = client.get("/accounts/login/").content.decode()
    assert f'action="{START}"' in page
    assert "Ardale Council" in page


def test_a_provider_that_is_away_is_said_kindly(client: Client, agency: SocialApp) -> None:
    agency.settings["server_url"] = "http://127.0.0.1:9"
    agency.save()
    answer = client.post(START)
    assert answer.status_code == 503
    assert "didn't answer" in answer.content.decode()


@pytest.mark.parametrize("path", ["", "signup/", "connections/"])
def test_other_ways_to_link_are_closed(client: Client, path: str) -> None:
    assert client.get(f"/accounts/3rdparty/{path}").status_code == 404


def test_an_unknown_agency_is_missing(client: Client) -> None:
    assert client.post("/accounts/oidc/nowhere/login/").status_code == 404
    assert client.get("/accounts/oidc/nowhere/login/callback/").status_code == 404


def test_the_secret_is_not_readable_in_the_database(agency: SocialApp) -> None:
    stored = SocialApp.objects.values().get()
    assert CLIENT_SECRET not in str(stored)
