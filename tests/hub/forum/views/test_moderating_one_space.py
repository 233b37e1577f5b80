"""Whoever moderates one space has a moderator's powers there, and none anywhere else."""

from collections.abc import Callable

import pytest
from django.test import Client

from hub.access.enums import Role
from hub.forum.enums import ReportReason
from hub.forum.models import Case, Post, Space, SpaceModerator
from hub.forum.services import hide_post, report_post
from hub.users.models import User
from tests.factories.forum import (
    SpaceFactory,
    moderator,
    moderator_of,
    question,
    reply,
    space_of_area,
)
from tests.factories.people import AreaFactory, UserFactory, sign_in, with_role

pytestmark = pytest.mark.django_db

REPORTS = "/forum/reports/"
Visit = Callable[[User], Client]


@pytest.fixture
def visit() -> Visit:
    return lambda person: sign_in(Client(), person, mfa=True)


@pytest.fixture
def space() -> Space:
    return SpaceFactory()


@pytest.fixture
def elsewhere() -> Post:
    return reply(question(), body="Said elsewhere")


def reported(post: Post) -> Case:
    report_post(
        post=post, reporter=UserFactory(), reason=ReportReason.OTHER, note=f"About {post.body}"
    )
    return post.cases.get()


def test_they_hide_a_post_there(visit: Visit, space: Space) -> None:
    post = reply(question(space=space))
    visit(moderator_of(space)).post(f"/forum/posts/{post.pk}/hide/", {"reason": "A name"})
    post.refresh_from_db()
    assert post.is_hidden


@pytest.mark.parametrize("act", ["hide", "unhide", "accept"])
def test_they_change_nothing_in_another_space(
    visit: Visit, space: Space, elsewhere: Post, act: str
) -> None:
    address = f"/forum/posts/{elsewhere.pk}/{act}/"
    response = visit(moderator_of(space)).post(address, {"reason": "A name"})
    assert response.status_code == 404


def test_they_accept_an_answer_there(visit: Visit, space: Space) -> None:
    post = reply(question(space=space))
    visit(moderator_of(space)).post(f"/forum/posts/{post.pk}/accept/")
    post.thread.refresh_from_db()
    assert post.thread.accepted == post


def test_they_see_what_is_hidden_there(visit: Visit, space: Space) -> None:
    post = reply(question(space=space), body="A hidden word")
    hide_post(post=post, by=moderator(), reason="Checked")
    page = visit(moderator_of(space)).get(post.thread.get_absolute_url())
    assert "A hidden word" in page.content.decode()


def test_they_see_nothing_hidden_elsewhere(visit: Visit, space: Space, elsewhere: Post) -> None:
    hide_post(post=elsewhere, by=moderator(), reason="Checked")
    browser = visit(moderator_of(space))
    page = browser.get(elsewhere.thread.get_absolute_url()).content.decode()
    assert "Said elsewhere" not in page
    assert browser.get(elsewhere.get_absolute_url()).status_code == 404


def test_they_read_the_reports_of_their_space_alone(
    visit: Visit, space: Space, elsewhere: Post
) -> None:
    reported(reply(question(space=space), body="said here"))
    reported(elsewhere)
    page = visit(moderator_of(space)).get(REPORTS).content.decode()
    assert "About said here" in page
    assert "Said elsewhere" not in page


def test_they_decide_nothing_about_another_space(
    visit: Visit, space: Space, elsewhere: Post
) -> None:
    address = reported(elsewhere).get_absolute_url()
    assert visit(moderator_of(space)).get(address).status_code == 404


def test_they_decide_in_their_space(visit: Visit, space: Space) -> None:
    case, person = reported(reply(question(space=space))), moderator_of(space)
    visit(person).post(case.get_absolute_url(), {"decision": "nothing"})
    case.refresh_from_db()
    assert case.decided_by == person


def test_they_have_their_powers_after_a_second_step_only(as_person, space: Space) -> None:
    post = reply(question(space=space))
    browser = as_person(moderator_of(space))
    browser.post(f"/forum/posts/{post.pk}/hide/", {"reason": "A name"})
    post.refresh_from_db()
    assert not post.is_hidden


def test_a_space_that_is_closed_to_them_stays_closed(visit: Visit) -> None:
    closed = space_of_area(AreaFactory())
    post = reply(question(space=closed), body="Kept in the area")
    case, browser = reported(post), visit(moderator_of(closed))
    assert browser.get(f"/forum/posts/{post.pk}/hide/").status_code == 404
    assert browser.get(case.get_absolute_url()).status_code == 404
    assert "Kept in the area" not in browser.get(REPORTS).content.decode()


def test_they_never_learn_who_wrote_without_a_name(visit: Visit, space: Space) -> None:
    post = reply(question(space=space), anonymous=True)
    browser = visit(moderator_of(space))
    assert browser.get(f"/forum/posts/{post.pk}/author/").status_code == 404
    assert browser.get("/forum/anonymous/").status_code == 404
    assert "Who wrote this?" not in browser.get(post.thread.get_absolute_url()).content.decode()


def test_somebody_taken_from_the_list_has_no_power_any_more(visit: Visit, space: Space) -> None:
    browser, post = visit(moderator_of(space)), reply(question(space=space))
    SpaceModerator.objects.all().delete()
    assert browser.get(f"/forum/posts/{post.pk}/hide/").status_code == 404


def test_they_find_the_way_to_the_reports_and_not_to_the_writers(
    visit: Visit, space: Space
) -> None:
    page = visit(moderator_of(space)).get("/forum/").content.decode()
    assert REPORTS in page
    assert "/forum/anonymous/" not in page


def test_a_lead_who_was_not_chosen_moderates_nothing(visit: Visit, space: Space) -> None:
    post = reply(question(space=space))
    lead = with_role(UserFactory(), Role.LEAD)
    assert visit(lead).get(f"/forum/posts/{post.pk}/hide/").status_code == 404
