"""How many findings of each kind a page had when it was last looked over. No words are kept."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Self

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from hub.pages.models import NewestTextRead
from hub.quality.enums import FindingKind

# Links die and terms are added without a page being saved.
OLDEST = timedelta(days=7)


class PageCheckQuerySet(models.QuerySet["PageCheck"]):
    def with_findings(self, kind: str = "") -> Self:
        """Of one kind, or of any; most first."""
        rows = self.filter(total__gt=0)
        if kind:
            rows = rows.filter(models.Exists(FindingCount.objects.of_rows(kind)))
        return rows.order_by("-total", "pk")

    def stale(self) -> Self:
        return self.filter(checked_at__lt=timezone.now() - OLDEST)


class PageCheck(NewestTextRead):
    """A page that was looked over."""

    checked_at = models.DateTimeField(default=timezone.now, db_index=True)
    total = models.PositiveIntegerField(default=0, db_index=True)

    objects = PageCheckQuerySet.as_manager()

    @classmethod
    def due(cls) -> Q:
        """Pages whose newest text nobody looked over, or not for a week."""
        stale = cls.objects.filter(page=models.OuterRef("pk")).stale()
        return cls.unread() | models.Exists(stale)

    @transaction.atomic
    def note(self, counts: Mapping[FindingKind, int]) -> None:
        """Keeps these numbers in the place of those before. Safe to repeat."""
        self.total, self.checked_at = sum(counts.values()), timezone.now()
        self.save()
        self.counts.all().delete()
        rows = [FindingCount(check_of=self, kind=k, number=n) for k, n in counts.items() if n]
        FindingCount.objects.bulk_create(rows)


class FindingCountQuerySet(models.QuerySet["FindingCount"]):
    def of_rows(self, kind: str) -> Self:
        return self.filter(check_of=models.OuterRef("pk"), kind=kind)


class FindingCount(models.Model):
    check_of = models.ForeignKey(PageCheck, on_delete=models.CASCADE, related_name="counts")
    kind = models.CharField(max_length=20, choices=FindingKind)
    number = models.PositiveIntegerField()

    objects = FindingCountQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("check_of", "kind"), name="one_count_of_a_kind")
        ]

    def __str__(self) -> str:
        return f"{self.check_of_id}: {self.number} {self.kind}"
