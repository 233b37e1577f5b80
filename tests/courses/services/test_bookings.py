"""Seats: the last is given once, the waiting list moves up, and people are told."""

import pytest
from django.utils import timezone

from courses.enums import Seat
from courses.errors import BookingClosed, OwnWorkshop, WorkshopBegun
from courses.models import Booking, CoursePage, Workshop
from courses.services.bookings import book, erase_bookings, fill_seats, give_up
from courses.services.workshops import cancel_workshop, save_workshop
from hub.access.groups import group_for_area
from hub.access.models import AuditRecord
from hub.notices.models import Notice, Subscription
from hub.users.models import User
from tests.factories import pages
from tests.factories.people import AreaFactory, UserFactory
from tests.factories.workshops import DAY, HOUR, begun, booked, make_workshop

pytestmark = pytest.mark.django_db


@pytest.fixture
def workshop() -> Workshop:
    return make_workshop(capacity=1)


def seats(workshop: Workshop) -> list[str]:
    bookings = Booking.objects.filter(workshop=workshop).order_by("pk")
    return list(bookings.values_list("seat", flat=True))


def told(person: User) -> list[str]:
    return list(Notice.objects.filter(person=person).order_by("pk").values_list("text", flat=True))


def test_who_comes_after_the_last_seat_waits(workshop: Workshop) -> None:
    booked(workshop)
    booked(workshop)
    assert seats(workshop) == [Seat.BOOKED, Seat.WAITING]


def test_booking_twice_is_one_seat(workshop: Workshop) -> None:
    first = booked(workshop)
    assert booked(workshop, first.person) == first
    assert seats(workshop) == [Seat.BOOKED]


def test_a_seat_given_up_goes_to_who_waited_longest_and_they_are_told_once(
    workshop: Workshop,
) -> None:
    first, second, third = booked(workshop), booked(workshop), booked(workshop)
    give_up(person_id=first.person_id, workshop=workshop)
    give_up(person_id=first.person_id, workshop=workshop)
    assert seats(workshop) == [Seat.GIVEN_UP, Seat.BOOKED, Seat.WAITING]
    assert len(told(second.person)) == 1
    assert "You have a seat" in told(second.person)[0]
    assert not told(third.person)


def test_who_books_again_goes_to_the_end(workshop: Workshop) -> None:
    first, second, third = booked(workshop), booked(workshop), booked(workshop)
    give_up(person_id=second.person_id, workshop=workshop)
    booked(workshop, second.person)
    give_up(person_id=first.person_id, workshop=workshop)
    third.refresh_from_db()
    assert third.seat == Seat.BOOKED


def test_a_free_seat_with_people_waiting_is_not_for_who_comes_by(workshop: Workshop) -> None:
    booked(workshop)
    waiting = booked(workshop)
    Workshop.objects.filter(pk=workshop.pk).update(capacity=2)
    assert booked(workshop).seat == Seat.WAITING
    waiting.refresh_from_db()
    assert waiting.seat == Seat.WAITING


def test_more_seats_go_to_those_who_wait(workshop: Workshop) -> None:
    booked(workshop)
    booked(workshop)
    workshop.capacity = 5
    save_workshop(workshop=workshop)
    assert seats(workshop) == [Seat.BOOKED, Seat.BOOKED]


def test_seats_that_were_given_stay_given(workshop: Workshop) -> None:
    workshop.capacity = 2
    save_workshop(workshop=workshop)
    booked(workshop)
    booked(workshop)
    workshop.capacity = 1
    assert save_workshop(workshop=workshop).capacity == 2


def test_a_course_closed_since_gives_no_seat(workshop: Workshop) -> None:
    first, closed_out = booked(workshop), booked(workshop)
    pages.restrict(workshop.course, group_for_area(AreaFactory()))
    give_up(person_id=first.person_id, workshop=workshop)
    closed_out.refresh_from_db()
    assert closed_out.seat == Seat.WAITING


def test_who_left_the_hub_is_passed_over(workshop: Workshop) -> None:
    first, gone, third = booked(workshop), booked(workshop), booked(workshop)
    User.objects.filter(pk=gone.person_id).update(is_active=False)
    give_up(person_id=first.person_id, workshop=workshop)
    third.refresh_from_db()
    assert third.seat == Seat.BOOKED


def test_booking_closes_when_it_says_and_at_the_start() -> None:
    closed = make_workshop(closes_at=timezone.now() - HOUR)
    for workshop in (closed, begun(make_workshop())):
        with pytest.raises(BookingClosed):
            book(person=UserFactory(), workshop=workshop)


def test_a_cancelled_workshop_is_not_booked(workshop: Workshop) -> None:
    cancel_workshop(workshop=workshop, reason="The hall is flooded.", by_id=None)
    with pytest.raises(BookingClosed):
        book(person=UserFactory(), workshop=workshop)


def test_a_trainer_takes_no_seat_in_their_own(workshop: Workshop) -> None:
    with pytest.raises(OwnWorkshop):
        book(person=workshop.trainer, workshop=workshop)


def test_nothing_is_given_up_once_it_has_begun(workshop: Workshop) -> None:
    mine = booked(workshop)
    begun(workshop)
    with pytest.raises(WorkshopBegun):
        give_up(person_id=mine.person_id, workshop=workshop)
    assert not fill_seats(workshop)


def test_moving_tells_everybody_who_holds_or_waits_and_counts_the_move(
    workshop: Workshop,
) -> None:
    first, waiting, gone = booked(workshop), booked(workshop), booked(workshop)
    give_up(person_id=gone.person_id, workshop=workshop)
    workshop.starts_at += DAY
    workshop.ends_at += DAY
    save_workshop(workshop=workshop)
    assert ["has moved" in told(one.person)[0] for one in (first, waiting)] == [True, True]
    assert not told(gone.person)
    workshop.refresh_from_db()
    assert workshop.sequence == 1


def test_a_new_title_moves_nobody(workshop: Workshop) -> None:
    mine = booked(workshop)
    workshop.title = "Another name"
    save_workshop(workshop=workshop)
    assert not told(mine.person)
    assert Workshop.objects.get().sequence == 0


def test_cancelling_tells_everybody_why_once_and_is_recorded(workshop: Workshop) -> None:
    mine = booked(workshop)
    for _twice in range(2):
        cancel_workshop(workshop=workshop, reason="The hall is flooded.", by_id=workshop.trainer_id)
    notice = Notice.objects.get(person=mine.person)
    assert (notice.detail, "is cancelled" in notice.text) == ("The hall is flooded.", True)
    assert AuditRecord.objects.filter(action="workshop.cancelled").count() == 1
    assert Workshop.objects.get().sequence == 1


def test_booking_follows_the_course_and_giving_up_stops(workshop: Workshop) -> None:
    mine = booked(workshop)
    followed = Subscription.objects.of(CoursePage.kind_name, workshop.course_id)
    assert followed.get().person == mine.person
    give_up(person_id=mine.person_id, workshop=workshop)
    assert not followed.exists()


def test_an_erased_account_frees_its_seat(workshop: Workshop) -> None:
    first, second = booked(workshop), booked(workshop)
    erase_bookings(first.person)
    second.refresh_from_db()
    assert second.seat == Seat.BOOKED
    assert not Booking.objects.of(first.person_id).exists()
