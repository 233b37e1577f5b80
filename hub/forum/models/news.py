from datetime import datetime
from typing import Self

from django.db import models
from django.utils import timezone

from hub.forum.models.post import Post


class PostNewsQuerySet(models.QuerySet):
    def due(self, now: datetime) -> Self:
        """What may be told now, the longest waiting first."""
        return self.filter(due_at__lte=now, waits=False).order_by("due_at", "pk")


class PostNews(models.Model):
    """A post that followers are still to be told of; gone when all of them are.

    With a `version` they are told that an event has another time or place since then. It `waits`
    where a moderator has to see the post first.

    They are told in the order of their ids, and those up to `reached` have been. `due_at` doubles
    as the lease of whoever is telling.
    """

    post = models.OneToOneField(Post, on_delete=models.CASCADE, related_name="news")
    reached = models.BigIntegerField(default=0)
    version = models.PositiveIntegerField(default=0)
    waits = models.BooleanField(default=False)
    by_mail = models.BooleanField(default=True)
    due_at = models.DateTimeField(default=timezone.now)

    objects = PostNewsQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=("due_at",), name="post_news_by_due")]

    def __str__(self) -> str:
        return f"News of {self.post_id}, told up to {self.reached}"
