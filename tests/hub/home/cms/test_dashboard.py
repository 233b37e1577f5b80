"""The first screen of the CMS: what waits, what can be written, and nothing that's closed."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page

from hub.access.enums import Role
from hub.access.groups import group_for_role, sync_groups
from hub.access.readers import reader_for
from hub.forum.enums import ReportReason
from hub.forum.services import report_post
from hub.home.cms.beginning import starts
from hub.users.models import User
from tests.factories import pages
from tests.factories.forum import first_post, question
from tests.factories.people import UserFactory, sign_in, with_role

pytestmark = pytest.mark.django_db
EMPTY = "Nothing waits for you."


def staff(*roles: Role) -> User:
    person = UserFactory()
    for role in roles:
        with_role(person, role)
    sync_groups(person)
    return person


def dashboard(person: User) -> str:
    return sign_in(Client(), person, mfa=True).get("/cms/").content.decode()


def draft(person: User, **fields: object) -> Page:
    page = pages.guidance(live=False, **fields)
    page.save_revision(user=person)
    return page


def days(number: int) -> object:
    return timezone.localdate() + timedelta(days=number)


@pytest.fixture
def author() -> User:
    return staff(Role.AUTHOR)


@pytest.fixture
def reviewer() -> User:
    return staff(Role.REVIEWER)


def test_an_empty_desk_says_so(author: User) -> None:
    assert EMPTY in dashboard(author)


def test_ones_own_drafts_wait(author: User) -> None:
    page = draft(author, title="Half a page")
    html = dashboard(author)
    assert "Half a page" in html
    assert f"/cms/pages/{page.pk}/edit/" in html
    assert "Not published yet" in html


def test_the_drafts_of_others_do_not(author: User, reviewer: User) -> None:
    draft(reviewer, title="Half a page")
    assert "Half a page" not in dashboard(author)


def test_what_was_published_waits_no_more(author: User) -> None:
    draft(author, title="Half a page").get_latest_revision().publish()
    assert EMPTY in dashboard(author)


def test_what_was_sent_waits_for_the_reviewer_and_not_for_the_author(
    author: User, reviewer: User
) -> None:
    page = draft(author, title="Half a page")
    page.get_workflow().start(page, author)
    assert "Half a page" not in dashboard(author)
    assert f"Sent by {author.name} on" in dashboard(reviewer)


def test_what_came_back_waits_for_its_author(author: User, reviewer: User) -> None:
    page = draft(author)
    state = page.get_workflow().start(page, author).current_task_state
    state.reject(user=reviewer)
    assert "The reviewer asks for changes" in dashboard(author)


@pytest.mark.parametrize("part", ["page_owner", "reviewer"])
def test_a_page_that_is_due_waits_for_its_owner_and_its_reviewer(author: User, part: str) -> None:
    pages.policy(title="An old note", review_on=days(-1), **{part: author})
    assert "Due since" in dashboard(author)


def test_pages_due_within_a_month_wait_first_due_first(author: User) -> None:
    pages.policy(title="Later page", review_on=days(29), page_owner=author)
    pages.term("Sooner page", review_on=days(3), page_owner=author)
    html = dashboard(author)
    assert html.index("Sooner page") < html.index("Later page")


@pytest.mark.parametrize(
    "fields", [{"review_on": days(31)}, {"withdrawn_on": days(-2)}, {"live": False}]
)
def test_a_page_that_is_not_due_withdrawn_or_unpublished_does_not_wait(
    author: User, fields: dict[str, object]
) -> None:
    pages.policy(title="An old note", page_owner=author, **({"review_on": days(-1)} | fields))
    assert "An old note" not in dashboard(author)


def test_pages_of_others_that_are_due_do_not_wait(author: User, reviewer: User) -> None:
    pages.policy(title="An old note", review_on=days(-1), page_owner=reviewer)
    assert EMPTY in dashboard(author)


def closed(page: Page) -> Page:
    pages.restrict(page, group_for_role(Role.ANALYST, "Analyst"))
    return page


def test_a_page_that_was_closed_to_somebody_is_not_named_to_them(
    author: User, reviewer: User
) -> None:
    closed(draft(author, title="Closed words"))
    closed(pages.term("Closed words", review_on=days(-1), page_owner=author))
    sent = draft(author, title="Closed words")
    sent.get_workflow().start(sent, author)
    closed(sent)
    assert "Closed words" not in dashboard(author) + dashboard(reviewer)


def test_five_are_shown_and_all_are_counted(author: User) -> None:
    for number in range(7):
        draft(author, title=f"Draft number {number}")
    html = dashboard(author)
    assert html.count("Draft number") == 5
    assert "Your drafts (7)" in html
    assert "/cms/waiting/drafts/" in html


def test_the_whole_list_shows_them_all_and_only_ones_own(author: User, reviewer: User) -> None:
    for number in range(7):
        draft(author, title=f"Draft number {number}")
    address = "/cms/waiting/drafts/"
    own = sign_in(Client(), author, mfa=True).get(address).content.decode()
    other = sign_in(Client(), reviewer, mfa=True).get(address).content.decode()
    assert (own.count("Draft number"), other.count("Draft number")) == (7, 0)


def test_a_list_that_there_is_not_is_missing(author: User) -> None:
    assert sign_in(Client(), author, mfa=True).get("/cms/waiting/others/").status_code == 404


def test_the_lists_are_for_staff_alone() -> None:
    client = sign_in(Client(), UserFactory())
    assert client.get("/cms/waiting/drafts/").status_code == 404


def reported() -> None:
    post = first_post(question())
    report_post(post=post, reporter=UserFactory(), reason=ReportReason.SPAM)


def test_reported_posts_wait_for_moderators() -> None:
    reported()
    html = dashboard(staff(Role.AUTHOR, Role.MODERATOR))
    assert "Moderation queue (1)" in html
    assert "/forum/reports/" in html


def test_reported_posts_wait_for_nobody_else(author: User) -> None:
    reported()
    assert "Moderation queue" not in dashboard(author)


def test_more_to_do_costs_no_more_queries(author: User) -> None:
    client = sign_in(Client(), author, mfa=True)
    fill(author, 1)
    client.get("/cms/")
    with CaptureQueriesContext(connection) as few:
        client.get("/cms/")
    fill(author, 6)
    with CaptureQueriesContext(connection) as many:
        client.get("/cms/")
    assert len(many) == len(few)


def fill(author: User, number: int) -> None:
    for _ in range(number):
        draft(author)
        pages.term(review_on=days(1), page_owner=author)


def test_each_kind_that_may_be_added_is_one_click_away(author: User) -> None:
    client = sign_in(Client(), author, mfa=True)
    links = [start.url for start in starts(author, reader_for(author))]
    assert len(links) == 11
    assert [client.get(link).status_code for link in links] == [200] * len(links)
