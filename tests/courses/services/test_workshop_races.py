"""The last seat, and the last condition, when many come at once on a real database file."""

from collections.abc import Callable, Iterator
from itertools import count

import pytest

from courses.enums import Seat
from courses.models import Booking, Certificate
from courses.services.attendance import mark_attendance
from courses.services.bookings import book, give_up
from courses.services.signing_off import sign_off
from hub.notices.models import Notice
from tests.courses.services.test_races import AT_ONCE, Crowd
from tests.factories.courses import sit_quiz
from tests.factories.people import UserFactory
from tests.factories.workshops import begun, booked, course_asking_for, make_workshop, trainer

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def crowd() -> Iterator[Crowd]:
    crowd = Crowd()
    yield crowd
    crowd.leave()


def each_their_own(work: Callable[[int], None]) -> Callable[[], None]:
    """Work for a crowd in which nobody does the same: each gets a number."""
    numbers = count()
    return lambda: work(next(numbers))


def test_twenty_at_once_get_the_last_seat_once(crowd: Crowd) -> None:
    workshop, people = make_workshop(capacity=1), UserFactory.create_batch(AT_ONCE)
    crowd.together(each_their_own(lambda n: book(person=people[n], workshop=workshop)))
    bookings = Booking.objects.filter(workshop=workshop)
    assert (bookings.booked().count(), bookings.waiting().count()) == (1, AT_ONCE - 1)


def test_twenty_clicks_of_one_person_are_one_seat(crowd: Crowd) -> None:
    workshop, person = make_workshop(capacity=3), UserFactory()
    crowd.together(lambda: book(person=person, workshop=workshop))
    assert Booking.objects.get().seat == Seat.BOOKED


def test_a_seat_given_up_twenty_times_goes_on_once_and_is_told_once(crowd: Crowd) -> None:
    workshop = make_workshop(capacity=1)
    first, second, third = booked(workshop), booked(workshop), booked(workshop)
    crowd.together(lambda: give_up(person_id=first.person_id, workshop=workshop))
    second.refresh_from_db()
    third.refresh_from_db()
    assert (second.seat, third.seat) == (Seat.BOOKED, Seat.WAITING)
    assert Notice.objects.filter(person=second.person).count() == 1


def test_the_last_conditions_at_once_issue_one_certificate(crowd: Crowd) -> None:
    course, person, by = course_asking_for(attendance=True, sign_off=True), UserFactory(), trainer()
    workshop = make_workshop(course)
    booking = booked(workshop, person)
    begun(workshop)
    sit_quiz(person, course, right=1)

    def say(n: int) -> None:
        if n % 2:
            sign_off(person=person, course=course, by=by)
        else:
            ids = [booking.pk]
            mark_attendance(workshop=workshop, listed=ids, came=ids, by_id=by.pk)

    crowd.together(each_their_own(say))
    assert Certificate.objects.filter(person=person).count() == 1
    assert Notice.objects.filter(person=person, text__contains="completed").count() == 1
