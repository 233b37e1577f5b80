from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, QuerySet
from django.utils import timezone
from wagtail.models import Page

from hub.upkeep.enums import Tie, Why


class Change(models.Model):
    """Something happened to a page that others may have to follow: once for each change note.

    `note` is the id of the note's block, or else what happened and when.
    """

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    why = models.CharField(max_length=10, choices=Why)
    note = models.CharField(max_length=60)
    text = models.CharField(max_length=300)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("page", "note"), name="one_change_for_a_note")
        ]

    def __str__(self) -> str:
        return f"Page {self.page_id}: {self.why}"


class AffectedQuerySet(models.QuerySet):
    def open(self) -> Self:
        return self.filter(closed_at=None)

    def untold(self) -> Self:
        return self.open().filter(told_at=None)

    def among(self, pages: QuerySet[Page]) -> Self:
        """Those of these pages, the longest waiting first, each with what changed below it."""
        found = self.filter(page__in=pages).select_related("page", "change__page")
        return found.order_by(F("change__at").asc(), "pk")


class Affected(models.Model):
    """A page that depends on what changed. It's out of date until somebody read it again."""

    change = models.ForeignKey(Change, on_delete=models.CASCADE, related_name="affected")
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    tie = models.CharField(max_length=12, choices=Tie)
    told_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    objects = AffectedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("change", "page"), name="affected_once_by_a_change")
        ]
        indexes = [
            models.Index(
                fields=("page",), name="affected_open", condition=models.Q(closed_at=None)
            ),
            models.Index(
                fields=("told_at",), name="affected_untold", condition=models.Q(told_at=None)
            ),
        ]

    def __str__(self) -> str:
        return f"Page {self.page_id} by change {self.change_id}"
