"""Audit records, sealed at once or not."""

from datetime import timedelta
from unittest.mock import patch

import time_machine
from django.utils import timezone

from hub.access.models import AuditRecord
from hub.access.services import record_audit, seal_audit, sealing


def some_records(count: int, *, days_ago: float = 0) -> list[AuditRecord]:
    with time_machine.travel(timezone.now() - timedelta(days=days_ago), tick=False):
        return [
            record_audit(action="page.viewed", subject=f"page {n}", person_id=7)
            for n in range(count)
        ]


def seal_all(batch: int = 1000) -> int:
    """Seals everything as if the wait were over."""
    with patch.object(sealing, "BATCH", batch):
        return seal_audit(timezone.now() + sealing.WAIT)
