from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.forum.enums import ReportReason
from hub.forum.models.post import Post


class ReportQuerySet(models.QuerySet):
    def unhandled(self) -> Self:
        return self.filter(handled_at=None)


class Report(models.Model):
    """Somebody tells the moderators of a post. One open report of each person for a post."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="reports")
    reporter = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    reason = models.CharField(_("reason"), max_length=20, choices=ReportReason)
    note = models.CharField(_("anything to add"), max_length=1000, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    handled_at = models.DateTimeField(null=True, blank=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ("created_at", "pk")
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        constraints = [
            models.UniqueConstraint(
                fields=("post", "reporter"),
                condition=models.Q(handled_at=None),
                name="one_open_report_of_a_post_by_a_person",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_reason_display()}: {self.post}"
