import datetime
from typing import Any, NoReturn, Self

from django.db import models

from hub.access.models.append_only import AppendOnly, AppendOnlyModel


class AuditSegmentQuerySet(models.QuerySet):
    def update(self, **_kwargs: Any) -> NoReturn:
        raise AppendOnly("Segments of the audit record are only ever added.")

    def delete(self) -> NoReturn:
        raise AppendOnly("Segments of the audit record are only ever added.")

    def purged(self) -> Self:
        return self.exclude(purged_at=None)

    def kept(self) -> Self:
        return self.filter(purged_at=None)

    def mark_purged(self, at: datetime.datetime) -> int:
        """Keeps the closing hash and lets the rows go; the one change a segment ever sees."""
        return super().update(purged_at=at, contents="")


class AuditSegment(AppendOnlyModel):
    """A link of the chain that seals the audit record. What is hashed: hub.access.audit.chain.

    `number` counts from 1 without a gap; as the key, it lets only one of two sealers win.
    `contents` lists id and short digest of each row, so that a check can name what is wrong.
    """

    number = models.PositiveBigIntegerField(primary_key=True)
    first_id = models.BigIntegerField()
    last_id = models.BigIntegerField()
    count = models.PositiveIntegerField()
    last_at = models.DateTimeField()
    sealed_at = models.DateTimeField()
    rows_hash = models.CharField(max_length=64)
    previous_hash = models.CharField(max_length=64)
    closing_hash = models.CharField(max_length=64, unique=True)
    contents = models.TextField()
    purged_at = models.DateTimeField(null=True)

    objects = AuditSegmentQuerySet.as_manager()

    class Meta:
        ordering = ("number",)

    def __str__(self) -> str:
        return f"segment {self.number}"
