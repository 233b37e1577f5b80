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
    def mendable(self) -> Self:
        """What has most first."""
        return self.filter(total__gt=0).order_by("-total", "pk")

    def with_kind(self, kind: str) -> Self:
        """What has findings of that kind; what has most of them first."""
        return self.filter(counts__kind=kind).order_by("-counts__number", "pk")

    def stale(self) -> Self:
        return self.filter(checked_at__lt=timezone.now() - OLDEST)


class PageCheck(NewestTextRead):
    """A page that was looked over."""

    checked_at = models.DateTimeField(default=timezone.now, db_index=True)
    total = models.PositiveIntegerField(default=0, db_index=True)

    objects = PageCheckQuerySet.as_manager()

    @property
    def numbers(self) -> dict[str, int]:
        """Of each kind, 0 where there is none."""
        return dict.fromkeys(FindingKind.values, 0) | {c.kind: c.number for c in self.counts.all()}

    @property
    def words(self) -> str:
        """Such as "Headings 2, Long sentences 1", in the order of their weight."""
        return ", ".join(f"{FindingKind(k).label} {n}" for k, n in self.numbers.items() if n)

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


class FindingCount(models.Model):
    check_of = models.ForeignKey(PageCheck, on_delete=models.CASCADE, related_name="counts")
    kind = models.CharField(max_length=20, choices=FindingKind)
    number = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("check_of", "kind"), name="one_count_of_a_kind")
        ]

    def __str__(self) -> str:
        return f"{self.check_of_id}: {self.number} {self.kind}"
