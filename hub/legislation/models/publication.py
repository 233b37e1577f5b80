"""What legislation.gov.uk says that it published, and what the hub asked it for."""

from datetime import datetime
from typing import Self

from django.db import models
from django.utils import timezone

# Given up after so many tries: the next publication of the same law starts anew.
MOST_FAILURES = 5


class PublicationQuerySet(models.QuerySet["Publication"]):
    def waiting(self) -> Self:
        """What may be asked for, what waits longest first."""
        rows = self.filter(done_at=None, is_withdrawn=False, failures__lt=MOST_FAILURES)
        return rows.order_by("failures", "published_at", "pk")


class Publication(models.Model):
    """An entry of the publication log about a law that is imported, or that a page rests on."""

    # A digest of the entry's id, which may be long.
    entry = models.CharField(max_length=64, unique=True)
    item = models.CharField(max_length=100, db_index=True)
    title = models.CharField(max_length=1000)
    url = models.CharField(max_length=500)
    published_at = models.DateTimeField()
    is_withdrawn = models.BooleanField(default=False)
    done_at = models.DateTimeField(null=True)
    failures = models.PositiveSmallIntegerField(default=0)
    problem = models.CharField(max_length=300, blank=True)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        ordering = ("-published_at", "pk")

    def __str__(self) -> str:
        return f"{self.item} {self.published_at:%Y-%m-%d}"


class FetchedQuerySet(models.QuerySet["Fetched"]):
    def requests_since(self, moment: datetime) -> int:
        """Redirects are requests as well."""
        rows = self.filter(asked_at__gt=moment)
        return rows.aggregate(all=models.Sum("requests", default=0))["all"]


class Fetched(models.Model):
    """An address that was asked, and what to say the next time, so that nothing comes twice."""

    url = models.CharField(max_length=500, unique=True)
    etag = models.CharField(max_length=200, blank=True)
    last_modified = models.CharField(max_length=100, blank=True)
    asked_at = models.DateTimeField(default=timezone.now, db_index=True)
    requests = models.PositiveSmallIntegerField(default=0)

    objects = FetchedQuerySet.as_manager()

    class Meta:
        ordering = ("-asked_at", "pk")

    def __str__(self) -> str:
        return self.url
