"""Who came to a workshop. What the trainer ticks may be the last thing before a certificate."""

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from courses.enums import Seat
from courses.errors import NotYet, OwnWorkshop, WorkshopCancelled
from courses.models import Booking, Workshop
from courses.services.bookings import hold
from courses.services.certifying import certified_since, certify_waiting
from hub.access.services import record_audit
from hub.users.models import User


@transaction.atomic
def mark_attendance(
    *,
    workshop: Workshop,
    listed: Collection[int],
    came: Collection[int],
    by_id: int,
    is_complete: bool = False,
) -> list[Booking]:
    """Keeps who came of those listed, by the ids of bookings; others stay as they are.

    Of a complete list, who had a seat and isn't ticked didn't come. Gives those whose certificate
    rests on having come, and who stay marked so. Raises WorkshopRefused.
    """
    locked = hold(workshop)
    refuse_marking(locked)
    kept, changed = [], []
    for booking in attendance_list(locked):
        mark = mark_of(booking, came, is_complete)
        if booking.pk not in listed or mark == booking.came:
            continue
        if booking.came and rests_certificate(booking):
            kept.append(booking)
            continue
        set_mark(booking, mark, by_id)
        changed.append(booking)
    finish_marking(locked, changed, by_id)
    return kept


def mark_of(booking: Booking, came: Collection[int], is_complete: bool) -> bool | None:
    """None is not known: the list isn't complete, or they had no seat."""
    if booking.pk in came:
        return True
    return False if is_complete and booking.seat == Seat.BOOKED else None


def set_mark(booking: Booking, mark: bool | None, by_id: int) -> None:
    """Who came has a seat, also from the waiting list."""
    booking.seat = Seat.BOOKED if mark else booking.seat
    booking.came, booking.marked_at, booking.marked_by_id = mark, timezone.now(), by_id
    booking.save(update_fields=["seat", "came", "marked_at", "marked_by"])


def refuse_marking(workshop: Workshop) -> None:
    """From the day on: trainers tick names at the door."""
    if workshop.is_cancelled:
        raise WorkshopCancelled
    if timezone.localdate() < timezone.localdate(workshop.starts_at):
        raise NotYet


def attendance_list(workshop: Workshop) -> list[Booking]:
    """Those with a seat, then those who wait, by name. One query."""
    held = Booking.objects.filter(workshop=workshop).held().select_related("person")
    return list(held.order_by("seat", "person__name", "person__email"))


def rests_certificate(booking: Booking) -> bool:
    """Whether this person was certified since, where the course asks for attendance."""
    workshop = booking.workshop
    asks = workshop.course.needs_attendance
    return asks and certified_since(booking.person_id, workshop.course, workshop.starts_at)


def finish_marking(workshop: Workshop, changed: Collection[Booking], by_id: int) -> None:
    if not changed:
        return
    record_audit(
        action="workshop.attendance_marked", subject=f"workshop {workshop.pk}", person_id=by_id
    )
    for booking in changed:
        if booking.came:
            certify_waiting(person_id=booking.person_id, course=workshop.course)


@transaction.atomic
def add_walk_in(*, workshop: Workshop, person: User, by_id: int) -> Booking:
    """Somebody who came without a seat, also where all seats are taken: they are there.

    Raises WorkshopRefused.
    """
    locked = hold(workshop)
    refuse_marking(locked)
    if person.pk == locked.trainer_id:
        raise OwnWorkshop
    booking, _new = Booking.objects.get_or_create(workshop=locked, person=person)
    set_mark(booking, True, by_id)
    finish_marking(locked, [booking], by_id)
    return booking
