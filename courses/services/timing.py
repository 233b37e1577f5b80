"""Time limits of quizzes, all by the server's clock."""

import datetime

from django.db import transaction

from courses.models import ExtraTime, Quiz
from hub.access.services import record_audit


def minutes_allowed(quiz: Quiz, person_id: int | None) -> int | None:
    """With what this person has more, rounded up to whole minutes; None without a limit.

    One query where there is a limit.
    """
    if quiz.minutes_allowed is None:
        return None
    extra = ExtraTime.objects.filter(person_id=person_id).values_list("percent", flat=True).first()
    return -(-quiz.minutes_allowed * (100 + (extra or 0)) // 100)


def end_of_attempt(
    quiz: Quiz, person_id: int | None, started_at: datetime.datetime
) -> datetime.datetime | None:
    """When the time is up or the quiz closes, whichever comes first."""
    minutes = minutes_allowed(quiz, person_id)
    limit = None if minutes is None else started_at + datetime.timedelta(minutes=minutes)
    return min((end for end in (limit, quiz.closes_at) if end is not None), default=None)


@transaction.atomic
def give_extra_time(*, person_id: int, percent: int, by_id: int | None) -> ExtraTime:
    """From the next attempt on; one that has begun keeps its end. Given again, it is changed."""
    extra, _new = ExtraTime.objects.update_or_create(
        person_id=person_id, defaults={"percent": percent}
    )
    record_audit(
        action="extra_time.given",
        subject=f"user {person_id}",
        person_id=by_id,
        reason=f"{percent}%",
    )
    return extra


@transaction.atomic
def end_extra_time(*, extra: ExtraTime, by_id: int | None) -> None:
    record_audit(action="extra_time.ended", subject=f"user {extra.person_id}", person_id=by_id)
    extra.delete()
