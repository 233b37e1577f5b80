from collections.abc import Iterable
from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from hub.notices.enums import Category, Rhythm
from hub.notices.models.mail import Mail


class NoticeQuerySet(models.QuerySet):
    def unread(self) -> Self:
        return self.filter(read_at=None)

    def to_mail(self) -> Self:
        """Those that mail shall still tell of, at whatever time."""
        return self.filter(email_due_at__isnull=False)

    def due(self, now: datetime) -> Self:
        """Those whose time for mail has come and that are in no mail yet."""
        return self.filter(email_due_at__lte=now, mail=None)

    def about(self, kind: str, object_id: int) -> Self:
        return self.filter(kind=kind, object_id=object_id)

    def brought_by(self, kind: str, object_id: int) -> Self:
        """Those about a thing, and those that came because somebody follows it."""
        return self.filter(
            Q(kind=kind, object_id=object_id) | Q(followed_kind=kind, followed_id=object_id)
        )

    def not_yet_told(self) -> Self:
        """Neither read in the hub nor sent by email."""
        return self.unread().filter(emailed_at=None)

    def of_people(self, people: Iterable[int]) -> Self:
        return self.filter(person_id__in=people)


class Notice(models.Model):
    """One message to one person, shown in the hub and, by their choices, told by mail.

    `kind` and `object_id` name the thing whose rule decides again whenever the notice is shown or
    sent; a blank kind is about the person alone. `detail` holds what people wrote and stays in the
    hub. `followed_kind` and `followed_id` name what the person follows that brought it, where that
    is another thing. `key` is what happened, of which a person is told once; blank is anything.
    `email_due_at` is when mail may tell of it; null means that none shall, or that one did.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices"
    )
    category = models.CharField(max_length=10, choices=Category, default=Category.FOLLOWED)
    text = models.CharField(max_length=300)
    detail = models.CharField(max_length=300, blank=True)
    url = models.CharField(max_length=300)
    kind = models.CharField(max_length=40, blank=True)
    object_id = models.BigIntegerField(null=True)
    followed_kind = models.CharField(max_length=40, blank=True)
    followed_id = models.BigIntegerField(null=True)
    key = models.CharField(max_length=60, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True)
    rhythm = models.CharField(max_length=10, choices=Rhythm, default=Rhythm.AT_ONCE)
    email_due_at = models.DateTimeField(null=True)
    mail = models.ForeignKey(Mail, on_delete=models.SET_NULL, null=True, related_name="notices")
    emailed_at = models.DateTimeField(null=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=("person", "key"), condition=~Q(key=""), name="told_once_of_what_happened"
            )
        ]
        indexes = [
            models.Index(
                fields=("email_due_at",),
                condition=Q(email_due_at__isnull=False),
                name="notice_by_email_due",
            ),
            models.Index(
                fields=("person",), condition=Q(read_at__isnull=True), name="notice_unread"
            ),
            models.Index(fields=("kind", "object_id"), name="notice_by_thing"),
        ]

    def __str__(self) -> str:
        return f"To {self.person}: {self.text}"
