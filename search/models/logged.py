"""What is searched for, and by whom nobody can tell."""

import uuid
from datetime import date
from typing import Self

from django.db import models
from django.db.models import Avg, Count, Q, QuerySet, Sum

LONGEST_WORDS = 400
# Columns of a summary, for the queries of both tables.
FIRST_PAGE = Q(page=1)
EMPTY = Q(page=1, total=0, narrowed=False)


class LoggedSearchQuerySet(models.QuerySet["LoggedSearch"]):
    def between(self, first: date, last: date) -> Self:
        """Both days count in."""
        return self.filter(day__range=(first, last))

    def summed(self) -> QuerySet:
        """One row for each query: how often it was asked, gave nothing, led somewhere or missed."""
        return self.values("words").annotate(
            asked=Count("pk", filter=FIRST_PAGE),
            empty=Count("pk", filter=EMPTY),
            opened=Count("opened_at"),
            missed=Count("pk", filter=Q(missed=True)),
            place=Avg("opened_at"),
        )


class LoggedSearch(models.Model):
    """One page of results that somebody was shown.

    No person, session or address, and no time but the day: the order of rows would tell who asked
    one thing after another, so that the key is drawn by lot. `words` are those in which
    the personal-details check found nothing.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    day = models.DateField(db_index=True)
    words = models.CharField(max_length=LONGEST_WORDS)
    page = models.PositiveSmallIntegerField()
    total = models.PositiveIntegerField()
    # By filters: then nothing found doesn't say that nothing is there.
    narrowed = models.BooleanField()
    # The place in the list of what was opened first, from 1.
    opened_at = models.PositiveSmallIntegerField(null=True)
    missed = models.BooleanField(default=False)
    wanted = models.TextField(blank=True)

    objects = LoggedSearchQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "logged searches"

    def __str__(self) -> str:
        return self.words


class SearchCountQuerySet(models.QuerySet["SearchCount"]):
    def summed(self) -> QuerySet:
        """As those of LoggedSearch, of the queries that kept their words; places aren't kept."""
        return (
            self.exclude(words="")
            .values("words")
            .annotate(
                asked=Sum("times_asked"),
                empty=Sum("times_empty"),
                opened=Sum("times_opened"),
                missed=Sum("times_missed"),
            )
        )


class SearchCount(models.Model):
    """How often something was asked on one day, kept when the rows themselves are gone.

    What only few people asked is kept under no words at all.
    """

    day = models.DateField()
    words = models.CharField(max_length=LONGEST_WORDS, blank=True)
    times_asked = models.PositiveIntegerField()
    times_empty = models.PositiveIntegerField()
    times_opened = models.PositiveIntegerField()
    times_missed = models.PositiveIntegerField()

    objects = SearchCountQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "search counts"
        constraints = [
            models.UniqueConstraint(fields=("day", "words"), name="count_of_one_query_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.words}"
