from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from hub.upkeep.enums import Step


class ReviewQuerySet(models.QuerySet):
    def of(self, page_id: int) -> Self:
        """The reviews of a page, the newest first."""
        return self.filter(page=page_id).select_related("person").order_by("-at", "-pk")


class Review(models.Model):
    """Somebody read all of a page and found that it is still right. It stays on record."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)
    note = models.CharField(_("note"), max_length=300, blank=True)
    next_on = models.DateField()

    objects = ReviewQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=("page", "-at"), name="review_by_page")]

    def __str__(self) -> str:
        return f"Page {self.page_id} reviewed on {self.at:%Y-%m-%d}"


class Reminder(models.Model):
    """One step of the reminders of one review went out. The row keeps it from going twice."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    due_on = models.DateField()
    step = models.PositiveSmallIntegerField(choices=Step)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("page", "due_on", "step"), name="one_reminder_a_step")
        ]

    def __str__(self) -> str:
        return f"Page {self.page_id}, due on {self.due_on}, step {self.step}"
