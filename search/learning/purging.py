"""What becomes of the search log after its period: counts, and of rare queries not even those."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Count, Q
from django.utils import timezone

from search.models import LoggedSearch, SearchCount

# A query that was asked less often may be about one person, whatever the words.
FEWEST = 3
COLUMNS = ("asked", "empty", "opened", "missed")


def purge_searches(*, before: datetime) -> int:
    """Turns the oldest day that is over into counts; how many rows went. Nothing is counted twice.

    A day at a time, in one transaction. Words stay that were asked FEWEST times in all that is
    still there; all others of the day are added up under no words.
    """
    # An hour less: where the period began in summer time and ends in winter, its day is not over.
    last = timezone.localdate(before - timedelta(hours=1))
    day = LoggedSearch.objects.filter(day__lt=last).order_by("day").values_list("day", flat=True)
    return purge_day(day[0]) if day.exists() else 0


@transaction.atomic
def purge_day(day: date) -> int:
    rows = LoggedSearch.objects.filter(day=day)
    common = asked_often(day)
    counts: dict[str, list[int]] = {}
    for row in rows.summed():
        kept = row["words"] if row["words"] in common else ""
        before = counts.get(kept, [0] * len(COLUMNS))
        counts[kept] = [n + row[column] for n, column in zip(before, COLUMNS, strict=True)]
    keep(day, counts)
    deleted, _ = rows.delete()
    return deleted


def asked_often(day: date) -> set[str]:
    """Those of the day's queries that were asked FEWEST times by now."""
    words = LoggedSearch.objects.filter(day=day).values("words")
    often = (
        LoggedSearch.objects.filter(words__in=words)
        .values("words")
        .annotate(asked=Count("pk", filter=Q(page=1)))
        .filter(asked__gte=FEWEST)
    )
    return set(often.order_by().values_list("words", flat=True))


def keep(day: date, counts: Mapping[str, list[int]]) -> None:
    SearchCount.objects.bulk_create(
        [SearchCount(None, day, words, *numbers) for words, numbers in counts.items()]
    )
