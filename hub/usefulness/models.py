from typing import Self

from django.db import models
from django.db.models import Count, F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from hub.usefulness.enums import Reason, Verdict

LONGEST_WORDS = 1000
# Of a page that was published without a revision.
NO_VERSION = 0


def of_this_version() -> Q:
    """Answers about the version that readers see now."""
    return Q(version=F("page__live_revision")) | Q(
        version=NO_VERSION, page__live_revision__isnull=True
    )


class AnswerQuerySet(models.QuerySet["PageAnswer"]):
    def open(self) -> Self:
        return self.filter(verdict=Verdict.PROBLEM, dealt_on=None)

    def with_words(self) -> Self:
        """Those that say more than a count does."""
        return self.exclude(words="", done="")

    def worth_reading(self) -> Self:
        """Problems, and what somebody wrote; the open problems first, then the newest."""
        is_open = models.Case(
            models.When(verdict=Verdict.PROBLEM, dealt_on=None, then=0), default=1
        )
        rows = self.filter(Q(verdict=Verdict.PROBLEM) | ~Q(words=""))
        return rows.order_by(is_open, "-day", "-pk")

    def by_page(self) -> models.QuerySet:
        """A row of counts for each page, those with open problems first. One query."""
        now = of_this_version()
        verdicts = {f"now_{v.value}": Count("pk", filter=now & Q(verdict=v)) for v in Verdict}
        every = {f"all_{v.value}": Count("pk", filter=Q(verdict=v)) for v in Verdict}
        waiting = Count("pk", filter=Q(verdict=Verdict.PROBLEM, dealt_on=None))
        return (
            self.order_by()
            .values("page_id", title=F("page__draft_title"))
            .annotate(waiting=waiting, **verdicts, **every)
            .order_by("-waiting", "-all_problem", "-all_no", "title", "page_id")
        )

    def by_version(self) -> models.QuerySet:
        """A row of counts for each version, the newest first. One query."""
        verdicts = {v.value: Count("pk", filter=Q(verdict=v)) for v in Verdict}
        return self.order_by().values("version").annotate(**verdicts).order_by("-version")


class PageAnswer(models.Model):
    """What somebody said of one version of a page. Nobody can tell who: not even the database.

    `version` is the id of the revision that was live, which may be gone by now. It keeps the day
    alone, since a time would fit to who read the page at that minute.
    """

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    version = models.BigIntegerField(default=NO_VERSION)
    verdict = models.CharField(_("answer"), max_length=10, choices=Verdict)
    reason = models.CharField(_("reason"), max_length=10, choices=Reason, blank=True)
    words = models.TextField(_("words"), blank=True)
    day = models.DateField(default=timezone.localdate, db_index=True)
    dealt_on = models.DateField(null=True, blank=True)
    done = models.CharField(_("what was done"), max_length=300, blank=True)

    objects = AnswerQuerySet.as_manager()

    class Meta:
        ordering = ("-day", "-pk")
        verbose_name = _("answer about a page")
        verbose_name_plural = _("answers about pages")

    def __str__(self) -> str:
        return f"{self.verdict} of page {self.page_id}"

    @property
    def is_open(self) -> bool:
        return self.verdict == Verdict.PROBLEM and self.dealt_on is None
