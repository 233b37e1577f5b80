import secrets
from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


def new_code() -> str:
    """128 random bits as 32 hexadecimal characters."""
    return secrets.token_hex(16)


class DataCopyQuerySet(models.QuerySet):
    def of(self, person_id: int | None) -> Self:
        return self.filter(person_id=person_id)

    def waiting(self) -> Self:
        return self.filter(made_at=None)

    def due(self, now: datetime) -> Self:
        """Copies to be made that nobody is making at the moment, the longest waiting first."""
        return self.waiting().filter(due_at__lte=now).order_by("due_at", "pk")

    def ready(self, now: datetime) -> Self:
        """Copies that can be fetched, until their time is over."""
        return self.filter(made_at__isnull=False, expires_at__gt=now)


class DataCopy(models.Model):
    """Somebody asked for a copy of what the hub keeps of them.

    `due_at` is when it may be made, and doubles as the lease of whoever is making it. The file
    lies among the private uploads, where no address but that of its owner leads to it.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="data_copies"
    )
    code = models.CharField(max_length=32, unique=True, default=new_code, editable=False)
    asked_at = models.DateTimeField(_("asked for"), default=timezone.now)
    due_at = models.DateTimeField(default=timezone.now)
    made_at = models.DateTimeField(_("made"), null=True)
    expires_at = models.DateTimeField(_("deleted after"), null=True)
    file = models.FileField(_("file"), upload_to="copies", blank=True)

    objects = DataCopyQuerySet.as_manager()

    class Meta:
        ordering = ("-asked_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=("person",),
                condition=models.Q(made_at=None),
                name="one_copy_under_way_for_a_person",
            )
        ]

    def __str__(self) -> str:
        return f"copy {self.pk}"
