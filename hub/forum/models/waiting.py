from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.forum.enums import WaitStep
from hub.forum.models.thread import Thread


class Step(models.Model):
    """A step that was taken, once, so that a question doesn't wait alone."""

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="steps")
    step = models.CharField(_("step"), max_length=12, choices=WaitStep)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("at", "pk")
        verbose_name = _("step of a question that waits")
        verbose_name_plural = _("steps of questions that wait")
        constraints = [
            models.UniqueConstraint(fields=("thread", "step"), name="each_step_of_a_thread_once")
        ]

    def __str__(self) -> str:
        return f"{self.get_step_display()}: thread {self.thread_id}"
