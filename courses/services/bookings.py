"""Seats in workshops. Every change locks the workshop's row: the last seat is given once."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.enums import Seat
from courses.errors import BookingClosed, OwnWorkshop, WorkshopBegun
from courses.models import Booking, CoursePage, SignOff, Workshop
from courses.wording_workshops import day_and_time
from hub.access.pages import may_read_page
from hub.access.readers import reader_for
from hub.notices.enums import Category
from hub.notices.services import notify, subscribe, unsubscribe
from hub.users.models import User


def hold(workshop: Workshop) -> Workshop:
    """The workshop as it is now, kept from others until the transaction ends."""
    return Workshop.objects.select_for_update().get(pk=workshop.pk)


@transaction.atomic
def book(*, person: User, workshop: Workshop) -> Booking:
    """A seat, or the last place on the waiting list. Who has one keeps it.

    Raises WorkshopRefused with the reason. Reminders are what people follow their course for.
    """
    locked = hold(workshop)
    if not locked.may_be_booked():
        raise BookingClosed
    if locked.trainer_id == person.pk:
        raise OwnWorkshop
    booking = Booking.objects.filter(workshop=locked, person=person).first()
    if booking and booking.seat != Seat.GIVEN_UP:
        return booking
    booking = booking or Booking(workshop=locked, person=person)
    booking.seat = Seat.BOOKED if has_room(locked) else Seat.WAITING
    booking.asked_at, booking.reminded_at = timezone.now(), None
    booking.save()
    subscribe(person=person, kind=CoursePage.kind_name, object_id=locked.course_id)
    return booking


def has_room(workshop: Workshop) -> bool:
    """Whoever waits comes first."""
    bookings = Booking.objects.filter(workshop=workshop)
    return bookings.booked().count() < workshop.capacity and not bookings.waiting().exists()


@transaction.atomic
def give_up(*, person_id: int, workshop: Workshop) -> None:
    """Frees a seat, or a place on the waiting list; a second time changes nothing.

    Raises WorkshopBegun.
    """
    locked = hold(workshop)
    mine = Booking.objects.of(person_id).filter(workshop=locked).held()
    if not mine.exists():
        return
    if locked.has_begun():
        raise WorkshopBegun
    mine.update(seat=Seat.GIVEN_UP)
    stop_following(person_id, locked)
    fill_seats(locked)


def stop_following(person_id: int, workshop: Workshop) -> None:
    """Unless they are booked for another workshop of the course."""
    others = Booking.objects.of(person_id).held().filter(workshop__course_id=workshop.course_id)
    if not others.filter(workshop__in=Workshop.objects.coming()).exists():
        unsubscribe(person_id=person_id, kind=CoursePage.kind_name, object_id=workshop.course_id)


def fill_seats(workshop: Workshop) -> list[Booking]:
    """Gives free seats to those who have waited longest, and tells each. Costs a few queries each.

    The caller holds the workshop. Nobody gets a seat in what has begun, nor in a course that was
    closed to them since.
    """
    if workshop.is_cancelled or workshop.has_begun():
        return []
    bookings = Booking.objects.filter(workshop=workshop)
    free = workshop.capacity - bookings.booked().count()
    given: list[Booking] = []
    for booking in bookings.waiting().select_related("person") if free > 0 else ():
        if len(given) == free:
            break
        if may_come(booking.person, workshop.course):
            booking.seat = Seat.BOOKED
            booking.save(update_fields=["seat"])
            given.append(booking)
    text = _("You have a seat in “%(workshop)s” on %(when)s")
    words = {"workshop": workshop.title, "when": day_and_time(workshop.starts_at)}
    tell(workshop, [one.person_id for one in given], text % words)
    return given


def may_come(person: User, course: CoursePage) -> bool:
    return person.is_active and course.live and may_read_page(course, reader_for(person))


def tell(workshop: Workshop, people: Iterable[int], text: str, detail: str = "") -> None:
    """By the rule of the course: who may no longer read it is told nothing."""
    notify(
        people=people,
        category=Category.TASK,
        text=text,
        detail=detail,
        url=workshop.get_absolute_url(),
        kind=CoursePage.kind_name,
        object_id=workshop.course_id,
    )


@transaction.atomic
def erase_bookings(person: AbstractBaseUser) -> None:
    """With an account; seats that it frees go to those who wait."""
    booked = Booking.objects.of(person.pk)
    for workshop in Workshop.objects.filter(pk__in=booked.values("workshop")).order_by("pk"):
        locked = hold(workshop)
        booked.filter(workshop=locked).delete()
        fill_seats(locked)
    SignOff.objects.of(person.pk).delete()
