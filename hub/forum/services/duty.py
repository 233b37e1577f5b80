"""The rota and the staffed hours, with who changed them on the record."""

from django.db import transaction

from hub.access.services import record_audit
from hub.forum.models import DutyShift, StaffedHours
from hub.users.models import User


@transaction.atomic
def save_shift(*, shift: DutyShift, by: User | None = None) -> DutyShift:
    shift.save()
    record_audit(action="forum.shift_saved", subject=f"duty shift {shift.pk}", person_id=pk_of(by))
    return shift


@transaction.atomic
def remove_shift(*, shift: DutyShift, by: User) -> None:
    subject = f"duty shift {shift.pk}"
    record_audit(action="forum.shift_removed", subject=subject, person_id=by.pk)
    shift.delete()


@transaction.atomic
def save_hours(*, hours: StaffedHours, by: User | None = None) -> StaffedHours:
    hours.save()
    subject = f"staffed hours {hours.pk}"
    record_audit(action="forum.hours_saved", subject=subject, person_id=pk_of(by))
    return hours


@transaction.atomic
def remove_hours(*, hours: StaffedHours, by: User) -> None:
    subject = f"staffed hours {hours.pk}"
    record_audit(action="forum.hours_removed", subject=subject, person_id=by.pk)
    hours.delete()


def pk_of(person: User | None) -> int | None:
    return person.pk if person else None
