from django.db import models


class PurgedDay(models.Model):
    """The nightly purge of this day went through to its end. Without a row it begins again."""

    day = models.DateField(unique=True)
    deleted = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("-day",)

    def __str__(self) -> str:
        return f"{self.day}: {self.deleted}"
