from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.access.readers import Reader
from hub.forum.enums import Decision, HoldReason, ReportReason
from hub.forum.models.post import Post
from hub.forum.models.report import Report
from hub.forum.models.thread import Thread, author_paths
from hub.users.models import User

# A claim that nobody released by hand lapses after this.
CLAIM = timedelta(hours=4)
# So long has whoever is on duty to take on what alarms them before all the others are alarmed.
ALONE = timedelta(minutes=15)
AGAINST = (Decision.HIDE, Decision.WARN, Decision.REFUSE)


def at_risk() -> Exists:
    """Whether a report that nobody dealt with says that somebody is."""
    told = Report.objects.unhandled().filter(post=OuterRef("post"), reason=ReportReason.RISK)
    return Exists(told)


class CaseQuerySet(models.QuerySet):
    def waiting(self) -> Self:
        return self.filter(decided_at=None)

    def decided(self) -> Self:
        return self.exclude(decided_at=None).order_by("-decided_at", "-pk")

    def against(self) -> Self:
        """What a writer may appeal against."""
        return self.filter(decision__in=AGAINST)

    def moderated_by(self, reader: Reader) -> Self:
        """Cases of posts in spaces that this reader reads and moderates."""
        return self.filter(post__thread__in=Thread.objects.moderated_by(reader))

    def alarm_due(self, now: datetime) -> Self:
        """Those of people at risk that nobody has taken on since those on duty were alarmed.

        A claim from before counts for nothing: whoever made it may not have seen the alarm.
        """
        free = Q(claimed_at=None) | Q(claimed_at__lte=now - CLAIM)
        free |= Q(claimed_at__lt=F("alarm_due_at") - ALONE)
        return self.waiting().filter(free, at_risk(), alarm_due_at__lte=now)

    def urgent_first(self) -> Self:
        """Waiting before decided, people at risk before all else, then the longest waiting."""
        return self.annotate(at_risk=at_risk()).order_by(
            F("decided_at").desc(nulls_first=True), "-at_risk", "opened_at", "pk"
        )

    def with_reports(self) -> Self:
        """Each post's reports, with who reported, for rows of the queue. One more query."""
        return self.prefetch_related(
            Prefetch("post__reports", Report.objects.unhandled().select_related("reporter"))
        )

    def with_posts(self) -> Self:
        return self.select_related(
            "claimed_by",
            "decided_by",
            "post__thread__space__access_rule",
            *author_paths("post__author"),
        )


class Case(models.Model):
    """A post that a moderator looks at, from the first report until somebody decides.

    One open case of a post. `holds` says why a held one waits, of an anonymous one only what lies
    in its text. Whoever claims it decides; the others leave it alone so long. `alarm_due_at` is
    when all are alarmed of whom only those on duty were; null means that nobody has to be.
    """

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="cases")
    opened_at = models.DateTimeField(default=timezone.now)
    holds = models.JSONField(default=list, blank=True)
    hold_note = models.CharField(max_length=300, blank=True)
    claimed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    claimed_at = models.DateTimeField(null=True, blank=True)
    alarm_due_at = models.DateTimeField(null=True, blank=True)
    decision = models.CharField(_("decision"), max_length=10, choices=Decision, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        ordering = ("opened_at", "pk")
        verbose_name = _("moderation case")
        verbose_name_plural = _("moderation cases")
        constraints = [
            models.UniqueConstraint(
                fields=("post",), condition=Q(decided_at=None), name="one_open_case_of_a_post"
            ),
            models.CheckConstraint(
                condition=Q(decided_at=None, decided_by=None, decision="")
                | (Q(decided_at__isnull=False, decided_by__isnull=False) & ~Q(decision="")),
                name="a_decided_case_says_what_when_and_by_whom",
            ),
        ]
        indexes = [
            models.Index(
                fields=("alarm_due_at",),
                condition=Q(alarm_due_at__isnull=False),
                name="case_by_alarm_due",
            )
        ]

    def __str__(self) -> str:
        return f"Case {self.pk}: {self.post}"

    def get_absolute_url(self) -> str:
        return reverse("forum:case", args=[self.pk])

    @property
    def is_open(self) -> bool:
        return self.decided_at is None

    @property
    def hold_reasons(self) -> list[str]:
        return [str(HoldReason(reason).label) for reason in self.holds]

    @property
    def is_against(self) -> bool:
        """Whether the writer may appeal."""
        return self.decision in AGAINST

    @property
    def holder(self) -> User | None:
        """Who is looking at it now. Select `claimed_by` to cost no query."""
        claimed = self.is_open and self.claimed_at is not None
        return self.claimed_by if claimed and self.claimed_at > timezone.now() - CLAIM else None
