from django.db import models
from django.utils.translation import gettext_lazy as _

from hub.forum.models.thread import Thread


class Event(models.Model):
    """When something happens, and where or at which address."""

    thread = models.OneToOneField(Thread, on_delete=models.CASCADE, related_name="event")
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"))
    place = models.CharField(_("place"), max_length=200, blank=True)
    link = models.URLField(_("link to join"), blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")),
                name="event_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return f"Event of thread {self.thread_id}"
