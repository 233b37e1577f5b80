from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, QuerySet
from django.utils import timezone
from wagtail.models import Page

from hub.upkeep.enums import Outcome, Tie, Why


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

    def near(self) -> Self:
        """What rests on the changed page itself: somebody decides on each of these."""
        return self.filter(step=1)

    def far(self) -> Self:
        """What rests on it over another: looked at again only if that one changes."""
        return self.filter(step__gt=1)

    def of(self, kind: str, object_id: int) -> Self:
        return self.filter(kind=kind, object_id=object_id)

    def untold(self) -> Self:
        return self.open().near().filter(told_at=None)

    def among(self, pages: QuerySet[Page]) -> Self:
        """Those of these pages, the longest waiting first, each with what changed below it."""
        found = self.near().filter(page__in=pages).select_related("page", "change__page")
        return found.order_by(F("change__at").asc(), "pk")


class Affected(models.Model):
    """A thing that depends on what changed. It's out of date until somebody read it again.

    `kind` and `object_id` name it as citations do; `page` does where it is one. `step` is 1 where
    it rests on the changed page itself, 2 where another stands between, and so on.
    """

    change = models.ForeignKey(Change, on_delete=models.CASCADE, related_name="affected")
    kind = models.CharField(max_length=40)
    object_id = models.BigIntegerField()
    page = models.ForeignKey(Page, on_delete=models.CASCADE, null=True, related_name="+")
    tie = models.CharField(max_length=12, choices=Tie)
    step = models.PositiveSmallIntegerField(default=1)
    told_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=12, choices=Outcome, blank=True)
    note = models.CharField(max_length=300, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    objects = AffectedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("change", "kind", "object_id"), name="affected_once_by_a_change"
            )
        ]
        indexes = [
            models.Index(fields=("kind", "object_id"), name="affected_thing"),
            models.Index(fields=("change",), name="affected_near", condition=models.Q(step=1)),
            models.Index(
                fields=("page",), name="affected_open", condition=models.Q(closed_at=None)
            ),
            models.Index(
                fields=("told_at",), name="affected_untold", condition=models.Q(told_at=None)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id} by change {self.change_id}"
