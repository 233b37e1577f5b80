"""How workshops are set up, moved and cancelled. Whoever holds a seat or waits is told."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.models import Booking, Workshop
from courses.services.bookings import fill_seats, hold, tell
from courses.wording_workshops import day_and_time
from hub.access.services import record_audit

# A change of one of these has people change their plans.
MOVES = ("starts_at", "ends_at", "place", "link")


@transaction.atomic
def save_workshop(*, workshop: Workshop) -> Workshop:
    """Keeps a new one, or what was changed. Seats that were given stay given.

    When it moves, calendars learn it by the sequence and people by a notice. More seats go to
    those who wait.
    """
    if workshop._state.adding:
        workshop.save()
        return workshop
    before = hold(workshop)
    bookings = Booking.objects.filter(workshop=before)
    workshop.capacity = max(workshop.capacity, bookings.booked().count())
    moved = any(getattr(before, name) != getattr(workshop, name) for name in MOVES)
    workshop.changed_at = timezone.now()
    workshop.sequence = before.sequence + moved
    workshop.save()
    if moved and not workshop.has_begun():
        text = _("“%(workshop)s” has moved: %(when)s. Its page says where")
        words = {"workshop": workshop.title, "when": day_and_time(workshop.starts_at)}
        tell(workshop, bookings.held().values_list("person_id", flat=True), text % words)
    fill_seats(workshop)
    return workshop


@transaction.atomic
def cancel_workshop(*, workshop: Workshop, reason: str, by_id: int | None) -> Workshop:
    """Once and for good: what is wanted again is a new workshop. A second time changes nothing."""
    locked = hold(workshop)
    if locked.is_cancelled:
        return locked
    locked.cancelled_at = locked.changed_at = timezone.now()
    locked.cancelled_reason = reason
    locked.sequence += 1
    locked.save()
    record_audit(
        action="workshop.cancelled",
        subject=f"workshop {locked.pk}",
        person_id=by_id,
        reason=reason,
    )
    held = Booking.objects.filter(workshop=locked).held()
    text = _("“%(workshop)s” on %(when)s is cancelled")
    words = {"workshop": locked.title, "when": day_and_time(locked.starts_at)}
    tell(locked, held.values_list("person_id", flat=True), text % words, detail=reason)
    return locked
