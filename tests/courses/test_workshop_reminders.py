"""A week and a day before, once each, and no more for who wants none."""

import datetime

import pytest
import time_machine
from django.test import Client

from courses.models import Booking, Certificate, CoursePage, Workshop
from courses.services.bookings import give_up
from courses.services.workshops import cancel_workshop, save_workshop
from courses.ticks import issue_what_waits, remind_of_workshops
from hub.access.groups import group_for_area
from hub.notices.models import Notice
from hub.notices.readable import tellable
from hub.notices.unsubscribing import Stop, unsubscribe_path
from hub.users.models import User
from tests.factories import pages
from tests.factories.courses import sit_quiz
from tests.factories.people import AreaFactory, UserFactory
from tests.factories.workshops import DAY, HOUR, booked, course_asking_for, make_workshop

pytestmark = pytest.mark.django_db


@pytest.fixture
def workshop() -> Workshop:
    """In ten days."""
    return make_workshop()


def reminded(person: User) -> int:
    return Notice.objects.filter(person=person, text__startswith="You have a seat:").count()


def on(moment: datetime.datetime) -> time_machine.travel:
    return time_machine.travel(moment, tick=False)


def test_a_week_and_a_day_before_and_once_each(workshop: Workshop) -> None:
    person = booked(workshop).person
    told = []
    for before in (8 * DAY, 7 * DAY, 6 * DAY, 2 * DAY, DAY, HOUR):
        with on(workshop.starts_at - before):
            remind_of_workshops()
            remind_of_workshops()
        told.append(reminded(person))
    assert told == [0, 1, 1, 1, 2, 2]


def test_who_books_late_gets_what_is_still_ahead(workshop: Workshop) -> None:
    with on(workshop.starts_at - 3 * DAY):
        person = booked(workshop).person
        remind_of_workshops()
        assert reminded(person) == 0
    with on(workshop.starts_at - DAY):
        remind_of_workshops()
    assert reminded(person) == 1


def test_a_moved_workshop_reminds_again(workshop: Workshop) -> None:
    person = booked(workshop).person
    with on(workshop.starts_at - 6 * DAY):
        remind_of_workshops()
        workshop.starts_at += 14 * DAY
        workshop.ends_at += 14 * DAY
        save_workshop(workshop=workshop)
    with on(workshop.starts_at - 6 * DAY):
        remind_of_workshops()
    assert reminded(person) == 2


def test_who_waits_gave_up_or_is_cancelled_on_hears_nothing(workshop: Workshop) -> None:
    held, gone, waiting = booked(workshop), booked(workshop), booked(workshop)
    give_up(person_id=gone.person_id, workshop=workshop)
    also_waits = booked(workshop)
    cancel_workshop(workshop=make_workshop(workshop.course), reason="Snow.", by_id=None)
    with on(workshop.starts_at - DAY):
        remind_of_workshops()
    people = [one.person for one in (held, waiting, gone, also_waits)]
    assert [reminded(person) for person in people] == [1, 1, 0, 0]


def test_one_click_stops_them(client: Client, workshop: Workshop) -> None:
    person = booked(workshop).person
    stop = Stop(person.pk, CoursePage.kind_name, workshop.course_id)
    client.post(unsubscribe_path(stop))
    with on(workshop.starts_at - DAY):
        remind_of_workshops()
    assert reminded(person) == 0
    assert Booking.objects.get().seat == "booked"


def test_a_course_closed_since_is_not_told_of(workshop: Workshop) -> None:
    person = booked(workshop).person
    with on(workshop.starts_at - DAY):
        remind_of_workshops()
    notices = list(Notice.objects.filter(person=person))
    assert tellable(person, notices) == notices
    pages.restrict(workshop.course, group_for_area(AreaFactory()))
    assert tellable(User.objects.get(pk=person.pk), notices) == []


def test_a_course_that_asks_for_less_by_now_gives_what_waited() -> None:
    course, person = course_asking_for(sign_off=True), UserFactory()
    sit_quiz(person, course, right=1)
    issue_what_waits()
    assert not Certificate.objects.exists()
    CoursePage.objects.filter(pk=course.pk).update(needs_sign_off=False)
    issue_what_waits()
    issue_what_waits()
    assert Certificate.objects.get().person == person
