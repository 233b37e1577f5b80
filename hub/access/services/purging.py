import datetime
from itertools import takewhile

from django.db import transaction
from django.utils import timezone

from hub.access.models import AuditRecord, AuditSegment
from hub.access.services.audit import record_audit

PURGED = "audit.purged"


@transaction.atomic
def purge_audit(*, before: datetime.datetime) -> int:
    """Drops the oldest whole segments whose every row is older. Answers how many rows went.

    Segments stay as links without rows, and that they were emptied is recorded, which the check of
    the chain asks for. What isn't sealed stays.
    """
    kept = AuditSegment.objects.kept().order_by("number").select_for_update()
    newest_rows = kept.values_list("number", "last_at").iterator()
    numbers = [number for number, _ in takewhile(lambda row: row[1] < before, newest_rows)]
    if not numbers:
        return 0
    AuditSegment.objects.filter(number__gte=numbers[0], number__lte=numbers[-1]).mark_purged(
        timezone.now()
    )
    dropped = AuditRecord.objects.drop_purged()
    record_audit(action=PURGED, subject=f"segment {numbers[-1]}", person_id=None)
    return dropped
