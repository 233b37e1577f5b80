"""The notice of the weekly questions: once a week at most, and one click ends it."""

import datetime
from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client

from courses.models import CoursePage, Refresher
from courses.services.refreshing import is_running, start_refresher, stop_refresher
from courses.ticks import tell_of_weekly_questions
from hub.notices.email import message_for
from hub.notices.models import Mail, Notice, NoticeChoices
from hub.users.models import User
from tests.factories.refreshing import MONDAY, WEEK, answer_next, passed

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(MONDAY, tick=False) as clock:
        yield clock


@pytest.fixture
def user(clock: time_machine.Traveller) -> User:
    """Started their questions a week ago."""
    person, _course = passed()
    start_refresher(person=person)
    clock.move_to(MONDAY + WEEK)
    return person


def told(user: User) -> int:
    return Notice.objects.filter(person=user, url="/learning/refresh/").count()


def test_it_comes_once_a_week(user: User, clock: time_machine.Traveller) -> None:
    for _ in range(3):
        tell_of_weekly_questions()
    assert told(user) == 1
    clock.move_to(MONDAY + 2 * WEEK)
    tell_of_weekly_questions()
    assert told(user) == 2


def test_who_has_just_started_isnt_told_in_that_week(clock: time_machine.Traveller) -> None:
    person, _course = passed()
    start_refresher(person=person)
    tell_of_weekly_questions()
    assert told(person) == 0


def test_it_waits_for_the_working_day(user: User, clock: time_machine.Traveller) -> None:
    clock.move_to(MONDAY + WEEK - datetime.timedelta(hours=6))
    assert tell_of_weekly_questions() == "too early"
    assert told(user) == 0


def test_nothing_comes_when_nothing_is_due(clock: time_machine.Traveller) -> None:
    person, _course = passed(questions=2)
    start_refresher(person=person)
    for _ in range(2):
        answer_next(person)
    refresher = Refresher.objects.get()
    refresher.items.update(due_at=MONDAY + 3 * WEEK)
    clock.move_to(MONDAY + WEEK)
    tell_of_weekly_questions()
    assert told(person) == 0
    clock.move_to(MONDAY + 3 * WEEK)
    tell_of_weekly_questions()
    assert told(person) == 1


def test_nothing_comes_to_who_stopped(user: User) -> None:
    stop_refresher(refresher=Refresher.objects.get(person=user))
    tell_of_weekly_questions()
    assert told(user) == 0


def test_nothing_comes_when_the_course_is_gone(user: User) -> None:
    CoursePage.objects.update(live=False)
    tell_of_weekly_questions()
    assert told(user) == 0


def test_nothing_comes_to_who_left(user: User) -> None:
    User.objects.filter(pk=user.pk).update(is_active=False)
    tell_of_weekly_questions()
    assert told(user) == 0


def test_one_click_in_the_mail_stops_the_questions(user: User, client: Client) -> None:
    tell_of_weekly_questions()
    mail = Mail.objects.create(person=user)
    message = message_for(mail, list(Notice.objects.filter(person=user)))
    address = message.extra_headers["List-Unsubscribe"].strip("<>").split("/", 3)[3]
    assert "weekly questions stop" in client.get(f"/{address}").content.decode()
    client.post(f"/{address}", {"List-Unsubscribe": "One-Click"})
    assert not is_running(Refresher.objects.get(person=user))
    assert not NoticeChoices.objects.filter(person=user).exists()


def test_what_somebody_follows_names_the_questions(user: User, client: Client) -> None:
    client.force_login(user)
    page = client.get("/account/notices/following/").content.decode()
    assert 'href="/learning/refresh/"' in page
