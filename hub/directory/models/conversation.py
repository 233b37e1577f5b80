from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.users.models import User


class ConversationQuerySet(models.QuerySet):
    def of(self, person_id: int | None) -> Self:
        """Those that this person takes part in."""
        return self.filter(Q(starter_id=person_id) | Q(other_id=person_id))

    def between(self, one_id: int, another_id: int) -> Self:
        """Those of these two, whoever began."""
        return self.of(one_id).of(another_id)

    def stopped(self) -> Self:
        return self.exclude(stopped_by=None)

    def with_people(self) -> Self:
        """With what both are called, so that a row costs no query."""
        return self.select_related("starter__listing", "other__listing")


class Conversation(models.Model):
    """Two people write to each other in the hub; neither learns the other's address."""

    starter = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    other = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    started_at = models.DateTimeField(default=timezone.now)
    last_at = models.DateTimeField(default=timezone.now, db_index=True)
    # Who wants no more messages: while it's set, neither of the two can write to the other.
    stopped_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="+"
    )

    objects = ConversationQuerySet.as_manager()

    class Meta:
        ordering = ("-last_at", "-pk")
        verbose_name = _("conversation")
        verbose_name_plural = _("conversations")
        constraints = [
            models.CheckConstraint(
                condition=~Q(starter=F("other")), name="conversation_is_between_two"
            )
        ]

    def __str__(self) -> str:
        return f"Conversation {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("people:conversation", args=[self.pk])

    def partner_of(self, person_id: int) -> User:
        return self.other if person_id == self.starter_id else self.starter


class Message(models.Model):
    """What one of the two wrote. It stays in the hub: no mail holds it."""

    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="messages"
    )
    sender = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    body = models.TextField(_("message"))
    sent_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("sent_at", "pk")
        verbose_name = _("message")
        verbose_name_plural = _("messages")

    def __str__(self) -> str:
        return f"Message {self.pk}"
