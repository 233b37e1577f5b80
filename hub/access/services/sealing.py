import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from hub.access.audit import chain
from hub.access.models import AuditRecord, AuditSegment
from hub.access.models.audit import SEALED_FIELDS

BATCH = 1000
# A segment a minute would leave half a million closing hashes a year, which are kept for ever.
WAIT = datetime.timedelta(minutes=10)


def seal_audit(now: datetime.datetime | None = None) -> int:
    """Seals what is due, in segments of at most BATCH rows. Answers how many rows that were.

    Rows wait until there are BATCH of them or the oldest is WAIT old. Which rows are sealed stands
    in the rows, not in a range of ids: one that commits late, with a lower id, is in the next
    segment. Two runs at once, or one that is killed, leave whole segments or none.
    """
    at = now or timezone.now()
    return sum(iter(lambda: seal_one(at), 0)) if is_due(at) else 0


def is_due(at: datetime.datetime) -> bool:
    waiting = AuditRecord.objects.unsealed().order_by("pk")
    oldest = waiting.values_list("at", flat=True).first()
    if oldest is None:
        return False
    return oldest <= at - WAIT or waiting[:BATCH].count() == BATCH


def seal_one(at: datetime.datetime) -> int:
    """Reads and hashes before it takes any lock; rows never change, so that is safe."""
    rows = list(AuditRecord.objects.unsealed().order_by("pk").values_list(*SEALED_FIELDS)[:BATCH])
    if not rows:
        return 0
    try:
        with transaction.atomic():
            segment = add_segment(rows, at)
            taken = AuditRecord.objects.unsealed().filter(pk__in=[row[0] for row in rows])
            if taken.put_into(segment) != len(rows):
                raise IntegrityError("Another run has sealed these records")
    except IntegrityError:
        return 0
    return len(rows)


def add_segment(rows: list[chain.Row], at: datetime.datetime) -> AuditSegment:
    """The next link of the chain. Raises IntegrityError where another run adds it first."""
    last = AuditSegment.objects.order_by("-number").only("number", "closing_hash").first()
    segment = AuditSegment(
        number=last.number + 1 if last else 1,
        first_id=rows[0][0],
        last_id=rows[-1][0],
        count=len(rows),
        last_at=max(row[1] for row in rows),
        sealed_at=at,
        rows_hash=chain.rows_hash(rows),
        previous_hash=last.closing_hash if last else chain.BEFORE_THE_FIRST,
        contents=chain.contents(rows),
    )
    segment.closing_hash = chain.closing_hash(segment)
    segment.save(force_insert=True)
    return segment
