from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone


class SubscriptionQuerySet(models.QuerySet):
    def of(self, kind: str, object_id: int) -> Self:
        """Everyone who follows one thing."""
        return self.filter(kind=kind, object_id=object_id)


class Subscription(models.Model):
    """A person wants to be told of a thing, named by its kind in the registry and its id."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="subscriptions"
    )
    kind = models.CharField(max_length=40)
    object_id = models.BigIntegerField()
    created_at = models.DateTimeField(default=timezone.now)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=("person", "kind", "object_id"), name="one_subscription_to_a_thing"
            )
        ]
        indexes = [models.Index(fields=("kind", "object_id"), name="subscription_by_thing")]

    def __str__(self) -> str:
        return f"{self.person} follows {self.kind} {self.object_id}"
