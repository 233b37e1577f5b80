from datetime import date, datetime, timedelta

from django.conf import settings

from hub.access.personal_data import PersonalRecord, personal_records
from hub.mydata.models import PurgedDay

# A night deletes no more than this of one record; the rest goes on the next tick.
BATCHES_A_TICK = 20


def purge_everything(*, now: datetime) -> tuple[int, bool]:
    """Deletes what is older than its period; how many rows, and whether nothing is left to delete.

    Each batch is a short write of its own, so that a kill loses nothing and writers hardly wait.
    """
    deleted, finished = 0, True
    for record in personal_records():
        if record.purge is not None:
            gone, done = purge_record(record, now)
            deleted, finished = deleted + gone, finished and done
    return deleted, finished


def purge_record(record: PersonalRecord, now: datetime) -> tuple[int, bool]:
    before = now - timedelta(days=settings.RETENTION_DAYS[record.kept])
    deleted = 0
    for _ in range(BATCHES_A_TICK):
        gone = record.purge(before) if record.purge else 0
        if not gone:
            return deleted, True
        deleted += gone
    return deleted, False


def purge_due(*, day: date, now: datetime) -> int | None:
    """The purge of one day, once; None where it was done. One query on all other ticks."""
    if PurgedDay.objects.filter(day=day).exists():
        return None
    deleted, finished = purge_everything(now=now)
    if finished:
        PurgedDay.objects.get_or_create(day=day, defaults={"deleted": deleted})
    return deleted
