from typing import Any, NoReturn

from django.conf import settings
from django.db import models

from hub.access.models.append_only import AppendOnly, AppendOnlyModel


class AuditRecordQuerySet(models.QuerySet):
    def update(self, **_kwargs: Any) -> NoReturn:
        raise AppendOnly("Audit records are only ever added.")

    def delete(self) -> NoReturn:
        raise AppendOnly("Audit records are only ever added.")


class AuditRecord(AppendOnlyModel):
    """One use of a power, or one view of restricted content. Added, never changed."""

    at = models.DateTimeField(auto_now_add=True, db_index=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    action = models.CharField(max_length=80, db_index=True)
    subject = models.CharField(max_length=200)
    reason = models.TextField(blank=True)

    objects = AuditRecordQuerySet.as_manager()

    class Meta:
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action} {self.subject}"
