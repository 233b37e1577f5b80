from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


class NoticeQuerySet(models.QuerySet):
    def unread(self) -> Self:
        return self.filter(read_at=None)

    def due(self, now: datetime) -> Self:
        """Emails whose time has come, the longest waiting first."""
        return self.filter(email_due_at__lte=now).order_by("email_due_at", "pk")

    def about(self, kind: str, object_id: int) -> Self:
        return self.filter(kind=kind, object_id=object_id)

    def not_yet_told(self) -> Self:
        """Neither read in the hub nor sent by email."""
        return self.unread().filter(emailed_at=None)


class Notice(models.Model):
    """One message to one person, shown in the hub and sent by email.

    `kind` and `object_id` name the thing whose rule decides again whenever the notice is shown or
    sent; a blank kind is about the person alone. `email_due_at` is when the email may next be
    tried, and doubles as the lease of whoever is sending it; null means that nothing is to be sent.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices"
    )
    text = models.CharField(max_length=300)
    url = models.CharField(max_length=300)
    kind = models.CharField(max_length=40, blank=True)
    object_id = models.BigIntegerField(null=True)
    created_at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True)
    emailed_at = models.DateTimeField(null=True)
    email_due_at = models.DateTimeField(null=True)
    email_attempts = models.PositiveSmallIntegerField(default=0)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at", "-pk")
        indexes = [
            models.Index(
                fields=("email_due_at",),
                condition=Q(email_due_at__isnull=False),
                name="notice_by_email_due",
            ),
            models.Index(fields=("kind", "object_id"), name="notice_by_thing"),
        ]

    def __str__(self) -> str:
        return f"To {self.person}: {self.text}"
