"""Powers need a second factor; whoever lacks only that is led to it, and nobody else learns."""

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from wagtail.models import PageViewRestriction

from hub.access.enums import EVERYDAY_ROLES, Role
from hub.access.groups import group_for_token
from hub.access.models import AccessRule
from hub.access.rules import rule
from hub.access.sensitive import SEEN_AT
from hub.access.tokens import PRACTITIONER, SECOND_FACTOR
from tests.factories import pages
from tests.factories.forum import SpaceFactory, question
from tests.factories.passkeys import with_passkey
from tests.factories.people import PASSWORD, UserFactory, sign_in, with_authenticator, with_role
from tests.hub.mydata.clients import asked_again

pytestmark = pytest.mark.django_db

ABOVE = sorted(set(Role) - EVERYDAY_ROLES)


@pytest.fixture
def sensitive_page() -> str:
    page = pages.guidance(title="Sensitive")
    for token in (PRACTITIONER, SECOND_FACTOR):
        restriction = PageViewRestriction.objects.create(page=page, restriction_type="groups")
        restriction.groups.add(group_for_token(token, token))
    return str(page.url)


@pytest.fixture
def sensitive_thread() -> str:
    wanted = AccessRule.objects.for_rule(rule({PRACTITIONER}, {SECOND_FACTOR}))
    thread = question(space=SpaceFactory(access_rule=wanted))
    return f"/forum/threads/{thread.pk}/{thread.slug}/"


def step(path: str) -> str:
    return f"/accounts/2fa/?next={path.replace('/', '%2F')}"


@pytest.mark.parametrize("role", ABOVE)
def test_a_holder_of_powers_is_led_to_a_second_step_after_signing_in(
    client: Client, role: Role
) -> None:
    person = with_role(UserFactory(), role)
    form = {"login": person.email, "password": PASSWORD}
    assert client.post("/accounts/login/?next=/forum/", form).url == step("/forum/")


@pytest.mark.parametrize("role", [Role.MEMBER, Role.PRACTITIONER])
def test_everyone_else_goes_where_they_were_going(client: Client, role: Role) -> None:
    person = with_role(UserFactory(), role)
    form = {"login": person.email, "password": PASSWORD}
    assert client.post("/accounts/login/?next=/forum/", form).url == "/forum/"


def test_with_a_second_step_nobody_is_led_anywhere(client: Client) -> None:
    person = with_role(UserFactory(), Role.MODERATOR)
    assert sign_in(client, person, mfa=True).get("/forum/reports/").status_code == 200


def test_an_address_of_a_role_asks_its_holder_for_the_second_step(client: Client) -> None:
    sign_in(client, with_role(UserFactory(), Role.MODERATOR))
    assert client.get("/forum/reports/").url == step("/forum/reports/")


def test_the_page_of_the_step_says_why(client: Client) -> None:
    sign_in(client, with_role(UserFactory(), Role.MODERATOR))
    page = client.get("/forum/reports/", follow=True).content.decode()
    assert "Set up a second step first" in page


@pytest.mark.parametrize("role", [Role.MEMBER, Role.PRACTITIONER, Role.AUTHOR])
@pytest.mark.parametrize("mfa", [True, False])
def test_an_address_of_a_role_is_missing_for_everyone_else(
    client: Client, role: Role, mfa: bool
) -> None:
    sign_in(client, with_role(UserFactory(), role), mfa=mfa)
    assert client.get("/forum/reports/").status_code == 404


@pytest.mark.parametrize("kind", ["sensitive_page", "sensitive_thread"])
def test_a_sensitive_thing_asks_its_reader_for_the_second_step(
    client: Client, kind: str, request: pytest.FixtureRequest
) -> None:
    path = request.getfixturevalue(kind)
    sign_in(client, with_role(UserFactory(), Role.PRACTITIONER))
    assert client.get(path).url == step(path)


@pytest.mark.parametrize("kind", ["sensitive_page", "sensitive_thread"])
def test_a_sensitive_thing_opens_with_the_second_step(
    client: Client, kind: str, request: pytest.FixtureRequest
) -> None:
    path = request.getfixturevalue(kind)
    sign_in(client, with_role(UserFactory(), Role.PRACTITIONER), mfa=True)
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("kind", ["sensitive_page", "sensitive_thread"])
def test_a_sensitive_thing_is_missing_for_those_who_may_not_read_it(
    client: Client, kind: str, request: pytest.FixtureRequest
) -> None:
    path = request.getfixturevalue(kind)
    sign_in(client, UserFactory())
    nowhere = f"/{path.split('/')[1]}/no/such/page/"
    hidden, missing = client.get(path), client.get(nowhere)
    assert hidden.status_code == missing.status_code == 404
    assert hidden.content.replace(path.encode(), nowhere.encode()) == missing.content


def test_strangers_are_asked_for_nothing(client: Client, sensitive_page: str) -> None:
    assert client.get(sensitive_page).status_code == 404


def test_what_is_sent_without_the_step_is_missing_and_changes_nothing(client: Client) -> None:
    post = question().posts.get()
    sign_in(client, with_role(UserFactory(), Role.MODERATOR))
    answer = client.post(f"/forum/posts/{post.pk}/hide/", {"reason": "Rude."})
    post.refresh_from_db()
    assert (answer.status_code, post.hidden_at) == (404, None)


def test_asking_whether_the_step_opens_it_writes_nothing(
    client: Client, sensitive_page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(*_args: object, **_kwargs: object) -> object:
        UserFactory(email="written@agency.example")
        from django.http import HttpResponse

        return HttpResponse()

    monkeypatch.setattr("wagtail.models.Page.serve", write)
    person = with_role(UserFactory(), Role.PRACTITIONER)
    sign_in(client, person).get(sensitive_page)
    assert not type(person).objects.filter(email="written@agency.example").exists()


def test_the_way_back_is_offered_once_the_step_is_set_up(client: Client) -> None:
    person = with_role(UserFactory(), Role.MODERATOR)
    sign_in(client, person).get("/forum/reports/")
    with_authenticator(person)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    client.post("/accounts/2fa/recovery-codes/generate/")
    page = client.get("/accounts/2fa/recovery-codes/").content.decode()
    assert '<a href="/forum/reports/">Go on to where you were' in page


def test_whoever_has_a_passkey_is_asked_for_it(client: Client) -> None:
    person = with_role(UserFactory(), Role.MODERATOR)
    with_passkey(person)
    sign_in(client, person)
    page = client.get("/forum/reports/", follow=True).content.decode()
    assert "/accounts/2fa/webauthn/reauthenticate/?next=/forum/reports/" in page


def test_who_was_asked_for_the_step_has_read_nothing_sensitive(
    client: Client, sensitive_page: str
) -> None:
    sign_in(client, with_role(UserFactory(), Role.PRACTITIONER)).get(sensitive_page)
    assert SEEN_AT not in client.session


def test_a_removed_factor_opens_nothing_any_more() -> None:
    """Neither in the session that removed it nor in any other, which ends."""
    person = with_authenticator(with_role(UserFactory(), Role.ADMINISTRATOR))
    here, elsewhere = (asked_again(person, mfa=True) for _ in range(2))
    assert elsewhere.get("/cms/").status_code == 200
    here.post("/accounts/2fa/totp/deactivate/")
    assert not Authenticator.objects.filter(user=person).exists()
    assert (here.get("/cms/").status_code, elsewhere.get("/cms/").status_code) == (302, 302)
    assert "Sign out" in here.get("/account/").content.decode()
    assert elsewhere.get("/account/").status_code == 302
