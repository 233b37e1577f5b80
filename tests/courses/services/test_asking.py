"""Three months after a course the hub asks, once."""

import datetime
from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client

from courses.models import CoursePage
from courses.services.asking import ask_after_three_months
from courses.services.surveys import THREE_MONTHS
from hub.access.groups import group_for_area
from hub.notices.email import message_for
from hub.notices.enums import Category
from hub.notices.models import Mail, Notice, Subscription
from hub.notices.services import notify, subscribe
from hub.users.models import User
from tests.factories import pages
from tests.factories.courses import (
    course_with_quiz,
    earn_certificate,
    finish_lessons,
    make_course,
    revoke,
)
from tests.factories.people import AreaFactory, UserFactory

pytestmark = pytest.mark.django_db

START = datetime.datetime(2026, 3, 2, 9, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(START, tick=False) as clock:
        yield clock


@pytest.fixture
def user() -> User:
    return UserFactory()


def asked(user: User) -> int:
    return Notice.objects.filter(person=user, url__endswith="/survey/").count()


def test_it_asks_once_and_not_before(user: User, clock: time_machine.Traveller) -> None:
    earn_certificate(user, course_with_quiz())
    clock.move_to(START + THREE_MONTHS - HOUR)
    ask_after_three_months()
    assert asked(user) == 0
    clock.move_to(START + THREE_MONTHS + HOUR)
    for _ in range(2):
        ask_after_three_months()
    assert asked(user) == 1


def test_a_course_without_a_quiz_is_asked_about(user: User, clock: time_machine.Traveller) -> None:
    finish_lessons(user, make_course())
    clock.move_to(START + THREE_MONTHS + HOUR)
    ask_after_three_months()
    assert asked(user) == 1


def test_who_did_a_part_only_isnt_asked(user: User, clock: time_machine.Traveller) -> None:
    course = make_course(2)
    finish_lessons(user, course)
    user.lesson_views.first().delete()
    clock.move_to(START + THREE_MONTHS + HOUR)
    ask_after_three_months()
    assert asked(user) == 0


def test_nobody_is_asked_long_after(user: User, clock: time_machine.Traveller) -> None:
    earn_certificate(user, course_with_quiz())
    clock.move_to(START + 2 * THREE_MONTHS)
    ask_after_three_months()
    assert asked(user) == 0


def test_a_course_that_closed_meanwhile_asks_nothing(
    user: User, clock: time_machine.Traveller
) -> None:
    course = course_with_quiz()
    earn_certificate(user, course)
    pages.restrict(CoursePage.objects.get(pk=course.pk), group_for_area(AreaFactory()))
    clock.move_to(START + THREE_MONTHS + HOUR)
    ask_after_three_months()
    assert asked(user) == 0


def test_a_revoked_certificate_asks_nothing(user: User, clock: time_machine.Traveller) -> None:
    revoke(earn_certificate(user, course_with_quiz()))
    clock.move_to(START + THREE_MONTHS + HOUR)
    ask_after_three_months()
    assert asked(user) == 0


def test_an_account_that_is_gone_is_asked_nothing(
    user: User, clock: time_machine.Traveller
) -> None:
    earn_certificate(user, course_with_quiz())
    User.objects.filter(pk=user.pk).update(is_active=False)
    clock.move_to(START + THREE_MONTHS + HOUR)
    ask_after_three_months()
    assert asked(user) == 0


def test_one_click_in_the_mail_stops_this_question_of_every_course_and_nothing_else(
    user: User, clock: time_machine.Traveller, client: Client
) -> None:
    first, second = course_with_quiz(), course_with_quiz()
    subscribe(person=user, kind="course", object_id=first.pk)
    earn_certificate(user, first)
    clock.move_to(START + THREE_MONTHS + HOUR)
    ask_after_three_months()
    told = Notice.objects.filter(person=user, category=Category.SURVEY)
    message = message_for(Mail.objects.create(person=user), list(told))
    address = message.extra_headers["List-Unsubscribe"].strip("<>").split("/", 3)[3]
    client.post(f"/{address}", {"List-Unsubscribe": "One-Click"})
    earn_certificate(user, second)
    clock.shift(THREE_MONTHS + HOUR)
    ask_after_three_months()
    assert [notice.email_due_at for notice in told.all()] == [None, None]
    [task] = notify(people=[user.pk], category=Category.TASK, text="Decide", url="/")
    assert task.email_due_at
    assert Subscription.objects.of("course", first.pk).exists()
