from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


class MailQuerySet(models.QuerySet):
    def due(self, now: datetime) -> Self:
        """What may be tried now, the longest waiting first."""
        return self.filter(due_at__lte=now).order_by("due_at", "pk")


class Mail(models.Model):
    """One email to one person. Which notices it tells of is settled before it is first tried.

    `due_at` is when it may next be tried, and doubles as the lease of whoever is sending it; null
    means that it is done: sent, or with nothing left to tell.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notice_mails"
    )
    is_round_up = models.BooleanField(default=False)
    made_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)

    objects = MailQuerySet.as_manager()

    class Meta:
        ordering = ("-made_at", "-pk")
        indexes = [
            models.Index(fields=("due_at",), condition=Q(due_at__isnull=False), name="mail_by_due"),
            models.Index(fields=("person", "made_at"), name="mail_of_person"),
        ]

    def __str__(self) -> str:
        return f"Mail {self.pk} to {self.person}"
