from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
)
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from hub.access.enums import STAFF_ROLES, Role
from tests.factories.people import (
    PASSWORD,
    AreaFactory,
    UserFactory,
    sign_in,
    with_authenticator,
    with_role,
)
from tests.hub.users.cms_addresses import cms_addresses

pytestmark = pytest.mark.django_db

WRITES = ("INSERT", "UPDATE", "DELETE", "BEGIN", "SAVEPOINT")


@pytest.fixture
def author() -> object:
    return with_role(UserFactory(), Role.AUTHOR)


def answers(client: Client, method: str) -> dict[str, tuple[int, str]]:
    """Status and target of each CMS address."""
    found = {}
    for path in cms_addresses():
        response = getattr(client, method)(path)
        found[path] = (response.status_code, response.headers.get("Location", ""))
    return found


def test_the_walk_finds_the_whole_cms() -> None:
    found = cms_addresses()
    assert len(found) > 150
    assert {"/cms/", "/cms/users/", "/cms/pages/1/edit/", "/cms/login/"} <= set(found)


@pytest.mark.parametrize("method", ["get", "post"])
def test_no_cms_address_answers_a_stranger(client: Client, method: str) -> None:
    let_in = {
        path: answer
        for path, answer in answers(client, method).items()
        if not refused(answer, "/accounts/login/")
    }
    assert let_in == {}


@pytest.mark.parametrize("method", ["get", "post"])
def test_no_cms_address_answers_staff_who_gave_a_password_only(
    client: Client, author: object, method: str
) -> None:
    sign_in(client, author)
    let_in = {
        path: answer
        for path, answer in answers(client, method).items()
        if not refused(answer, "/accounts/2fa/")
    }
    assert let_in == {}


@pytest.mark.parametrize("method", ["get", "post"])
def test_no_cms_address_answers_a_session_that_did_not_come_through_our_sign_in(
    author: object, method: str
) -> None:
    let_in = {}
    for path in cms_addresses():
        client = Client()
        client.force_login(author)
        response = getattr(client, method)(path)
        if not refused((response.status_code, response.headers.get("Location", "")), "/accounts/"):
            let_in[path] = response.status_code
    assert let_in == {}


def refused(answer: tuple[int, str], target: str) -> bool:
    """Sent away, missing, or refused for want of a form token."""
    status, location = answer
    doors = ("/accounts/login/", "/accounts/password/reset/")
    return status in {403, 404} or (status == 302 and location.startswith((target, *doors)))


def test_a_session_from_another_door_is_ended(client: Client, author: object) -> None:
    client.force_login(author)
    client.get("/cms/")
    assert "_auth_user_id" not in client.session


def test_a_stranger_comes_back_to_the_page_after_signing_in(client: Client) -> None:
    assert client.get("/cms/pages/?p=2").url == "/accounts/login/?next=/cms/pages/%3Fp%3D2"


def test_staff_with_a_code_come_in(client: Client, author: object) -> None:
    assert sign_in(client, author, mfa=True).get("/cms/").status_code == 200


@pytest.mark.parametrize("role", sorted(set(Role) - STAFF_ROLES - {Role.OWNER}))
def test_every_other_role_finds_no_such_page(client: Client, role: Role) -> None:
    sign_in(client, with_role(UserFactory(), role), mfa=True)
    response = client.get("/cms/")
    assert response.status_code == 404
    assert "can't see it from this account" in response.content.decode()


@pytest.mark.parametrize("role", sorted(STAFF_ROLES))
def test_a_staff_role_in_one_area_opens_no_cms(client: Client, role: Role) -> None:
    person = with_role(UserFactory(), role, area=AreaFactory())
    assert sign_in(client, person, mfa=True).get("/cms/").status_code == 404


def test_a_lapsed_role_closes_the_cms_at_the_next_request(client: Client, author: object) -> None:
    sign_in(client, author, mfa=True)
    client.get("/cms/")
    yesterday = timezone.localdate() - timedelta(days=1)
    author.memberships.all().update(ends_on=yesterday)
    assert client.get("/cms/").status_code == 404
    assert not author.groups.exists()


def test_a_read_of_the_cms_writes_nothing_while_roles_stand(client: Client, author: object) -> None:
    sign_in(client, author, mfa=True).get("/cms/sprite/")
    with CaptureQueriesContext(connection) as queries:
        client.get("/cms/sprite/")
    assert len(queries) < 12
    assert [query["sql"] for query in queries if query["sql"].startswith(WRITES)] == []


def test_setting_up_an_authenticator_opens_the_cms_in_the_same_session(
    client: Client, author: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django.db.transaction.on_commit", lambda act: act())
    client.post("/accounts/login/", {"login": author.email, "password": PASSWORD})
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    page = client.get("/accounts/2fa/totp/activate/")
    with time_machine.travel(timezone.now(), tick=False):
        counter = int(timezone.now().timestamp()) // 30
        code = format_hotp_value(hotp_value(page.context["form"].secret, counter))
        client.post("/accounts/2fa/totp/activate/", {"code": code})
    assert client.get("/cms/").status_code == 200


def test_a_password_alone_leads_staff_to_two_step_sign_in(client: Client, author: object) -> None:
    response = sign_in(client, author).get("/cms/", follow=True)
    assert response.redirect_chain == [("/accounts/2fa/?next=%2Fcms%2F", 302)]
    assert "Set up a second step first" in response.content.decode()


def test_with_an_authenticator_the_password_alone_signs_nobody_in(
    client: Client, author: object
) -> None:
    with_authenticator(author)
    client.post("/accounts/login/", {"login": author.email, "password": PASSWORD})
    assert client.get("/cms/").url.startswith("/accounts/login/")


def test_a_visit_to_the_cms_leaves_a_half_finished_sign_in_alone(
    client: Client, author: object
) -> None:
    secret = generate_totp_secret()
    with_authenticator(author, secret)
    client.post("/accounts/login/", {"login": author.email, "password": PASSWORD})
    client.get("/cms/")
    code = format_hotp_value(hotp_value(secret, int(timezone.now().timestamp()) // 30))
    client.post("/accounts/2fa/authenticate/", {"code": code})
    assert client.get("/cms/").status_code == 200


def test_records_of_one_person_open_nothing_for_another(client: Client, author: object) -> None:
    sign_in(client, author, mfa=True)
    session = client.session
    other = with_role(UserFactory(), Role.ADMINISTRATOR)
    session["_auth_user_id"] = str(other.pk)
    session["_auth_user_hash"] = get_user_model().objects.get(pk=other.pk).get_session_auth_hash()
    session.save()
    assert client.get("/cms/").url.startswith("/accounts/login/")
