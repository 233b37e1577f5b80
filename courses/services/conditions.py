"""What a course asks beside lessons and quiz, worked out from what trainers have recorded."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils import timezone

from courses.enums import Seat, State
from courses.models import Booking, Certificate, CoursePage, SignOff
from courses.services.progress import (
    Asked,
    Condition,
    renew_from,
    runs_out_soon,
    standing_certificate,
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is on record of one person in one course, oldest first.

    Bookings come with their workshops; sign-offs that were taken back are none.
    """

    bookings: Sequence[Booking]
    sign_offs: Sequence[SignOff]
    issued: Sequence[Certificate]

    def holds_now(self) -> bool:
        """Whether a certificate is valid that can't be renewed yet: then all was there."""
        last = standing_certificate(self.issued)
        return last is not None and last.is_valid() and not runs_out_soon(last)

    def counts(self, moment: datetime.datetime) -> bool:
        """A certificate ends a round. The next begins when it may be renewed, or was revoked."""
        if not self.issued:
            return True
        last = self.issued[-1]
        first = renew_from(last) if last.revoked_at is None else None
        if first:
            return timezone.localdate(moment) >= first
        return moment > last.issued_at


def conditions_of(course: CoursePage, evidence: Evidence) -> tuple[Condition, ...]:
    """Attendance first, then the sign-off. No query."""
    asked = []
    if course.needs_attendance:
        asked.append(attendance(evidence))
    if course.needs_sign_off:
        asked.append(sign_off(evidence))
    if evidence.holds_now():
        return tuple(Condition(item.asks, State.DONE) for item in asked)
    return tuple(asked)


def attendance(evidence: Evidence) -> Condition:
    """Done by one workshop; a seat in one to come is a start, whatever was missed before."""
    counted = [one for one in evidence.bookings if evidence.counts(one.workshop.starts_at)]
    for booking in counted:
        if booking.came:
            return Condition(Asked.ATTENDANCE, State.DONE, booking.workshop.starts_at)
    ahead = next(seats_ahead(counted), None)
    if ahead:
        return Condition(Asked.ATTENDANCE, State.DOING, ahead.workshop.starts_at)
    missed = [one for one in counted if one.came is False]
    if missed:
        return Condition(Asked.ATTENDANCE, State.FAILED, missed[-1].workshop.starts_at)
    return Condition(Asked.ATTENDANCE, State.TO_DO)


def seats_ahead(bookings: Sequence[Booking]) -> Iterator[Booking]:
    """Those not marked yet count as ahead: the trainer may not have had the time."""
    for booking in bookings:
        is_open = booking.seat == Seat.BOOKED and booking.came is None
        if is_open and not booking.workshop.is_cancelled:
            yield booking


def sign_off(evidence: Evidence) -> Condition:
    counted = [one for one in evidence.sign_offs if evidence.counts(one.at)]
    if not counted:
        return Condition(Asked.SIGN_OFF, State.TO_DO)
    last = counted[-1]
    state = State.DONE if last.is_ready else State.FAILED
    return Condition(Asked.SIGN_OFF, state, last.at, last.note)
