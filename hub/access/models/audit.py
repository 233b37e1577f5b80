from typing import Any, NoReturn, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from hub.access.models.append_only import AppendOnly, AppendOnlyModel
from hub.access.models.audit_segment import AuditSegment

# What a record says, in the order in which it is hashed: see hub.access.audit.chain.
SEALED_FIELDS = ("pk", "at", "person_id", "action", "subject", "reason")


class AuditRecordQuerySet(models.QuerySet):
    def update(self, **_kwargs: Any) -> NoReturn:
        raise AppendOnly("Audit records are only ever added.")

    def delete(self) -> NoReturn:
        raise AppendOnly("Audit records are only ever added.")

    def unsealed(self) -> Self:
        return self.filter(segment=None)

    def put_into(self, segment: AuditSegment) -> int:
        """Names the segment that holds these rows; the one change a record ever sees."""
        return super().update(segment=segment)

    def drop_purged(self) -> int:
        """Deletes the rows of segments that are marked as purged, without reading them."""
        return self.filter(segment__in=AuditSegment.objects.purged())._raw_delete(self.db)


class AuditRecord(AppendOnlyModel):
    """One use of a power, or one view of restricted content. Added, never changed.

    A person is a bare id, so that neither erasing an account nor the purge of one touches a record,
    and a subject is a kind with an id ("page 12"): no names, no titles.
    """

    at = models.DateTimeField(auto_now_add=True, db_index=True)
    person_id = models.BigIntegerField(null=True)
    action = models.CharField(max_length=80, db_index=True)
    subject = models.CharField(max_length=200, db_index=True)
    reason = models.TextField(blank=True)
    segment = models.ForeignKey(
        AuditSegment, on_delete=models.PROTECT, null=True, editable=False, related_name="records"
    )

    objects = AuditRecordQuerySet.as_manager()

    class Meta:
        ordering = ("-at", "-pk")
        verbose_name = _("audit record")
        verbose_name_plural = _("audit records")
        indexes = [
            # Whether somebody's view of a thing is recorded already, and all of one person.
            models.Index(fields=("person_id", "subject", "at"), name="audit_of_person")
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action} {self.subject}"
