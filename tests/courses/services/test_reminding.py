"""Reminders of what people are asked to do."""

import datetime

import pytest
import time_machine
from django.core import mail
from django.utils import timezone
from wagtail.models import PageViewRestriction

from courses.models import Assignment
from courses.services.cohorts import ask
from courses.services.reminding import remind_of_what_is_asked
from hub.notices.enums import Category
from hub.notices.models import Notice
from hub.notices.sending import send_due_notices
from hub.notices.services import stop_category
from hub.users.models import User
from tests.factories.cohorts import asked, in_days, learner_in, make_cohort
from tests.factories.courses import finish_lessons, make_course
from tests.factories.people import AreaFactory, UserFactory

pytestmark = pytest.mark.django_db


def on_day(days: int) -> time_machine.travel:
    """At noon, so many days from now."""
    noon = timezone.localtime().replace(hour=12)
    return time_machine.travel(noon + datetime.timedelta(days=days))


def told(person: User) -> list[str]:
    return list(Notice.objects.filter(person=person).order_by("pk").values_list("text", flat=True))


def test_twice_before_the_day_and_once_after_it() -> None:
    person = UserFactory()
    asked(make_course(1), person, 30)
    days = []
    for day in range(60):
        with on_day(day):
            if remind_of_what_is_asked() == "1 reminded":
                days.append(day)
    assert days == [16, 28, 31]


def test_a_second_run_tells_nobody_again() -> None:
    asked(make_course(1), UserFactory(), 10)
    assert remind_of_what_is_asked() == "1 reminded"
    assert remind_of_what_is_asked() == "0 reminded"


def test_whoever_has_done_it_is_left_alone() -> None:
    person, course = UserFactory(), make_course(1)
    asked(course, person, 1)
    finish_lessons(person, course)
    remind_of_what_is_asked()
    assert told(person) == []


def test_being_asked_counts_as_the_first_reminder() -> None:
    person = learner_in(AreaFactory())
    course = make_course(1)
    ask(course=course, to=person, due_on=in_days(10), by=UserFactory())
    remind_of_what_is_asked()
    assert len(told(person)) == 1


def test_a_cohort_is_reminded_without_those_who_left_its_area() -> None:
    area = AreaFactory()
    stayed, left = learner_in(area), learner_in(AreaFactory())
    asked(make_course(1), make_cohort(area, stayed, left), 1)
    remind_of_what_is_asked()
    assert len(told(stayed)) == 1
    assert told(left) == []


def test_a_course_that_is_not_live_reminds_nobody() -> None:
    course = make_course(1)
    asked(course, UserFactory(), 1)
    course.unpublish()
    assert remind_of_what_is_asked() == "0 reminded"


def test_mail_names_no_course_that_closed_before_it_was_sent() -> None:
    person, course = UserFactory(), make_course(1)
    asked(course, person, 1)
    remind_of_what_is_asked()
    PageViewRestriction.objects.create(page=course, restriction_type=PageViewRestriction.GROUPS)
    with on_day(9):
        send_due_notices.call()
    assert mail.outbox == []


def test_mail_goes_out_where_it_is_open_and_one_click_stops_the_rest() -> None:
    person, course = UserFactory(), make_course(1)
    asked(course, person, 1)
    remind_of_what_is_asked()
    with on_day(9):
        send_due_notices.call()
    assert course.title in mail.outbox[0].subject + mail.outbox[0].body
    assert "List-Unsubscribe" in mail.outbox[0].extra_headers
    mail.outbox.clear()
    stop_category(person=person, category=Category.TASK)
    Assignment.objects.update(due_on=in_days(10))
    with on_day(10):
        remind_of_what_is_asked()
    with on_day(20):
        send_due_notices.call()
    assert mail.outbox == []
