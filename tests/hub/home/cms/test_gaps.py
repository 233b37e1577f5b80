"""Everything that tells of a gap stands in one list, for who may see and mend it."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from hub.access.enums import Role
from hub.access.groups import group_for_area
from hub.forum.models import Vote
from hub.usefulness.enums import Verdict
from hub.weblinks.models import PageLink, WebLink
from search.models import ContentRequest
from tests.factories import pages
from tests.factories.courses import course_asking, make_question, sit_quiz
from tests.factories.forum import first_post, question, reply, space_of_area
from tests.factories.people import AreaFactory, UserFactory, staff_client
from tests.factories.searches import logged
from tests.factories.upkeep import author, day
from tests.factories.usefulness import answer_about

pytestmark = pytest.mark.django_db
GAPS = "/cms/gaps/"
LONG_AGO = timezone.now() - timedelta(days=10)


@pytest.fixture
def client() -> Client:
    return staff_client(Role.AUTHOR)


def rows(client: Client, show: str = "") -> list[list[str]]:
    html = BeautifulSoup(client.get(f"{GAPS}?show={show}").content, "html.parser")
    body = html.find("table", class_="listing").find("tbody")
    return [[cell.get_text(" ", strip=True) for cell in row("td")] for row in body("tr")]


def titles(client: Client, show: str = "") -> list[str]:
    return [row[0] for row in rows(client, show)]


NOTHING = ["Nothing that we know of."]


def test_what_is_searched_for_in_vain_is_a_gap_from_the_third_time(client: Client) -> None:
    logged("debt bondage", timezone.localdate(), times=2, total=0)
    assert titles(client) == NOTHING
    logged("debt bondage", timezone.localdate(), times=1, total=0)
    [row] = rows(client)
    assert row[:3] == ["debt bondage", "Searched for in vain 3 times", "Nobody yet"]


def test_whoever_asked_for_content_keeps_it(client: Client) -> None:
    logged("debt bondage", timezone.localdate(), times=3, total=0)
    ContentRequest.objects.create(words="debt bondage", asked_by=author(name="Robin Quick"))
    assert rows(client)[0][2] == "Robin Quick"


def test_who_may_not_read_searches_sees_none() -> None:
    logged("debt bondage", timezone.localdate(), times=3, total=0)
    assert titles(staff_client(Role.TRAINER)) == NOTHING


def test_a_question_without_an_answer_is_a_gap_after_a_week(client: Client) -> None:
    question(title="Today")
    asked = question(title="Who refers?", at=LONG_AGO)
    reply(question(title="Answered, not accepted", at=LONG_AGO))
    Vote.objects.create(post=first_post(asked), person=UserFactory())
    found = rows(client)
    assert [row[:2] for row in found] == [
        ["Who refers?", "2 people ask"],
        ["Answered, not accepted", "One person asks"],
    ]


def test_a_question_of_a_closed_space_is_none_for_others(client: Client) -> None:
    question(title="Quiet", space=space_of_area(AreaFactory()), at=LONG_AGO)
    assert titles(client) == NOTHING


def test_what_most_get_wrong_is_a_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hub.home.cms.gaps.FEWEST", 2)
    course = course_asking(make_question("Which age?"))
    for _ in range(2):
        sit_quiz(UserFactory(), course, right=0)
    [row] = rows(staff_client(Role.TRAINER))
    assert row[:2] == ["Which age?", "2 of 2 got it wrong"]


def test_of_few_people_nothing_is_told() -> None:
    course = course_asking(make_question("Which age?"))
    sit_quiz(UserFactory(), course, right=0)
    assert titles(staff_client(Role.TRAINER)) == NOTHING


def test_a_page_that_does_not_help_is_a_gap_with_its_owner(client: Client) -> None:
    guide = pages.guidance(title="Thin", page_owner=author(name="Robin Quick"))
    answer_about(guide, Verdict.NO)
    answer_about(guide, Verdict.YES)
    [row] = rows(client, "usefulness")
    assert row[:3] == ["Thin", "One said it didn't help", "Robin Quick"]


def test_an_overdue_page_counts_its_weeks(client: Client) -> None:
    pages.guidance(title="Old", review_on=day(-22), owner_role=Role.REVIEWER)
    pages.guidance(title="Just due", review_on=day(-1))
    [row] = rows(client, "overdue")
    assert row[:3] == ["Old", "Overdue for 3 weeks", "Reviewer"]


def test_a_dead_link_is_a_gap(client: Client) -> None:
    guide = pages.guidance(title="Linked")
    since = timezone.now() - timedelta(days=30)
    link = WebLink.objects.create(url="https://gone.example/", failures=3, failing_since=since)
    PageLink.objects.create(page=guide, link=link)
    [row] = rows(client, "links")
    assert row[:2] == ["Linked", "A link fails for 4 weeks"]


def test_a_page_that_somebody_may_not_change_is_none_of_theirs(client: Client) -> None:
    hidden = pages.guidance(title="Quiet", review_on=day(-22))
    answer_about(hidden, Verdict.NO)
    pages.restrict(hidden, group_for_area(AreaFactory()))
    assert titles(client) == NOTHING


def test_what_most_people_met_comes_first(client: Client) -> None:
    logged("debt bondage", timezone.localdate(), times=5, total=0)
    pages.guidance(title="Old", review_on=day(-22))
    question(title="Who refers?", at=LONG_AGO)
    assert titles(client) == ["debt bondage", "Old", "Who refers?"]


def test_the_number_of_queries_does_not_grow(client: Client) -> None:
    pages.guidance(review_on=day(-22))
    question(at=LONG_AGO)
    rows(client)
    with CaptureQueriesContext(connection) as before:
        rows(client)
    for n in range(3):
        pages.guidance(review_on=day(-22))
        question(title=f"Question {n}", at=LONG_AGO)
    with CaptureQueriesContext(connection) as after:
        rows(client)
    assert len(after) == len(before)
