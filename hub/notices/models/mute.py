from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone


class MuteQuerySet(models.QuerySet):
    def of(self, kind: str, object_id: int) -> Self:
        """Everyone who muted one thing."""
        return self.filter(kind=kind, object_id=object_id)


class Mute(models.Model):
    """A person wants to hear nothing of a thing, whatever they follow. The subscription stays."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mutes"
    )
    kind = models.CharField(max_length=40)
    object_id = models.BigIntegerField()
    created_at = models.DateTimeField(default=timezone.now)

    objects = MuteQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=("person", "kind", "object_id"), name="one_mute_of_a_thing"
            )
        ]
        indexes = [models.Index(fields=("kind", "object_id"), name="mute_by_thing")]

    def __str__(self) -> str:
        return f"{self.person} hears nothing of {self.kind} {self.object_id}"
