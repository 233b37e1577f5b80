import datetime
from collections.abc import Iterable
from typing import Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from hub.pages.models import NewestTextRead

# A site may be away for a night: only what failed so often, days apart, is called dead.
DEAD_AFTER = 3


class WebLinkQuerySet(models.QuerySet["WebLink"]):
    def due(self) -> Self:
        """What some page still has and wasn't asked for long enough, the longest waiting first."""
        return self.filter(pages__isnull=False, due_at__lte=timezone.now()).distinct()

    def dead(self, addresses: Iterable[str] | None = None) -> Self:
        """Of these addresses, or of all."""
        rows = self.filter(failures__gte=DEAD_AFTER)
        return rows if addresses is None else rows.filter(url__in=addresses)


class WebLink(models.Model):
    """One address on another site, and how it answered. Nothing is kept of what stands there."""

    url = models.CharField(_("address"), max_length=2000, unique=True)
    pages = models.ManyToManyField(Page, through="PageLink", related_name="+")
    due_at = models.DateTimeField(default=timezone.now, db_index=True)
    checked_at = models.DateTimeField(null=True)
    # How often it failed one after another, since when, and why: 0 after it answered.
    failures = models.PositiveSmallIntegerField(default=0)
    failing_since = models.DateTimeField(null=True)
    problem = models.CharField(max_length=200, blank=True)

    objects = WebLinkQuerySet.as_manager()

    class Meta:
        ordering = ("due_at", "pk")

    def __str__(self) -> str:
        return self.url

    def heard(self, problem: str, now: datetime.datetime) -> None:
        """Notes how it answered; no problem is an empty text. Waits longer after each failure."""
        self.checked_at, self.problem = now, problem
        self.failures = min(self.failures + 1, 100) if problem else 0
        self.failing_since = (self.failing_since or now) if problem else None
        self.due_at = now + wait_after(self.failures)
        self.save()


def wait_after(failures: int) -> datetime.timedelta:
    """A fortnight for what works; one, two, four, eight days and so on for what fails."""
    return datetime.timedelta(days=min(14, 2 ** (failures - 1)) if failures else 14)


class PageLink(models.Model):
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    link = models.ForeignKey(WebLink, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=("page", "link"), name="one_link_of_a_page")]

    def __str__(self) -> str:
        return f"{self.page_id}: {self.link_id}"


class PageRead(NewestTextRead):
    """Until which change of its text a page's links are known."""
