"""What readers leave at a post: that it helped, and how far they have read."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.forum.models.post import Post
from hub.forum.models.thread import Thread


class Vote(models.Model):
    """Somebody found an answer helpful, or has the same question. Only the number is shown."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="votes")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("vote")
        verbose_name_plural = _("votes")
        constraints = [
            models.UniqueConstraint(
                fields=("post", "person"), name="one_vote_of_a_person_for_a_post"
            )
        ]

    def __str__(self) -> str:
        return f"Vote for {self.post}"


class ReadPosition(models.Model):
    """The number of the last post of a thread that was on a page which the person opened."""

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="read_positions")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("read position")
        verbose_name_plural = _("read positions")
        constraints = [
            models.UniqueConstraint(
                fields=("person", "thread"), name="one_read_position_in_a_thread"
            )
        ]

    def __str__(self) -> str:
        return f"{self.thread_id} up to {self.number}"
