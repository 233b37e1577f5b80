from django.db import models
from django.utils import timezone


class Erasure(models.Model):
    """That an account was erased, and when: a number and a time, and nothing else of anybody.

    The same stands in a file beside the backups, since a restored database knows nothing of what
    was erased after it.
    """

    person_id = models.BigIntegerField(unique=True)
    erased_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("erased_at", "pk")

    def __str__(self) -> str:
        return f"{self.person_id} at {self.erased_at:%Y-%m-%d %H:%M}"
