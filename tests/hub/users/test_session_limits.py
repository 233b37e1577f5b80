"""Sessions end by themselves, and what was typed survives that."""

import time
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from hub.access.sensitive import SEEN_AT
from tests.factories import pages
from tests.factories.forum import question
from tests.factories.people import PASSWORD, UserFactory, sign_in

pytestmark = pytest.mark.django_db


def later(**much: float) -> time_machine.travel:
    return time_machine.travel(timezone.now() + timedelta(**much), tick=False)


@pytest.fixture
def person(client: Client) -> object:
    user = UserFactory()
    client.post("/accounts/login/", {"login": user.email, "password": PASSWORD, "remember": "on"})
    return user


@pytest.fixture
def sensitive(client: Client, person: object) -> Client:
    """A session that has looked at something sensitive just now."""
    session = client.session
    session[SEEN_AT] = time.time()
    session.save()
    return client


def is_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


def test_a_session_lasts_a_working_day(client: Client, person: object) -> None:
    with later(hours=11):
        assert is_in(client)


def test_to_be_kept_signed_in_does_not_beat_twelve_hours(client: Client, person: object) -> None:
    with later(hours=11, minutes=59):
        session = client.session
        session["something"] = "new"  # a written session would last twelve hours more
        session.save()
        client.get("/account/")
    with later(hours=12, minutes=1):
        assert not is_in(client)


def test_the_session_itself_is_gone_then(client: Client, person: object) -> None:
    key = client.session.session_key
    session = client.session
    session["signed_in_at"] = time.time() - 13 * 3600
    session.save()
    client.get("/")
    assert not client.session.exists(key)


def test_a_session_that_does_not_know_its_beginning_is_over(client: Client, person: object) -> None:
    session = client.session
    del session["signed_in_at"]
    session.save()
    assert not is_in(client)


def test_half_an_hour_idle_after_something_sensitive_ends_the_session(sensitive: Client) -> None:
    with later(minutes=31):
        page = sensitive.get("/forum/")
    assert "nothing happened for 30 minutes" in page.content.decode()
    assert "_auth_user_id" not in sensitive.session


def test_whoever_goes_on_reading_stays(sensitive: Client) -> None:
    for minutes in (20, 40, 60):
        with later(minutes=minutes):
            assert is_in(sensitive)


def test_other_sessions_may_lie_idle(client: Client, person: object) -> None:
    with later(minutes=90):
        assert is_in(client)


@pytest.mark.parametrize(("tokens", "marked"), [(["second-factor"], True), (["member"], False)])
def test_a_sensitive_page_marks_the_session(
    client: Client, tokens: list[str], marked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = pages.guidance()
    wanted = frozenset({frozenset(tokens)})
    monkeypatch.setattr("hub.access.wagtail_hooks.rule_of_page", lambda _page: wanted)
    sign_in(client, UserFactory(), mfa=True).get(page.url)
    assert (SEEN_AT in client.session) == marked


def test_a_sensitive_session_is_written_once_a_minute(
    sensitive: Client, django_assert_num_queries: object
) -> None:
    before = sensitive.session[SEEN_AT]
    with time_machine.travel(timezone.now() + timedelta(seconds=30), tick=False):
        sensitive.get("/account/")
        assert sensitive.session[SEEN_AT] == before
    with later(seconds=90):
        sensitive.get("/account/")
        assert sensitive.session[SEEN_AT] > before


def test_what_was_typed_survives_the_end_of_the_session(sensitive: Client, person: object) -> None:
    path = f"/forum/threads/{question().pk}/reply/"
    mark = sensitive.get(path).context["writer"]
    with later(minutes=31):
        answer = sensitive.post(path, {"body": "Ask the lead first.", "writer": mark})
        assert answer.url == f"/accounts/login/?next={path}"
        form = {"login": person.email, "password": PASSWORD}
        back = sensitive.post(answer.url, form, follow=True)
    assert back.context["form"]["body"].value() == "Ask the lead first."
