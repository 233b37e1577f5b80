import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.models.question import Question, QuestionVersion
from courses.querysets.learning import RefresherItemQuerySet

A_WEEK = 5


class Refresher(models.Model):
    """Somebody's few questions a week from the courses that they passed.

    It runs while they follow it, as `hub.notices` has it; what was answered stays when they stop.
    `told_week` is the Monday of the week in which a notice went out last.
    """

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="refresher"
    )
    started_at = models.DateTimeField(default=timezone.now)
    told_week = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("weekly questions")
        verbose_name_plural = _("weekly questions")

    def __str__(self) -> str:
        return f"Refresher {self.pk}"


class RefresherItem(models.Model):
    """A question that was answered in a week; `week` is its Monday in London.

    `due_at` is when the question comes next, worked out from all its answers. Both are None while
    a question of several steps isn't finished. The database itself refuses a sixth in a week.
    """

    refresher = models.ForeignKey(Refresher, on_delete=models.CASCADE, related_name="items")
    week = models.DateField()
    place = models.PositiveSmallIntegerField()
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="refreshed")
    question_version = models.ForeignKey(
        QuestionVersion, on_delete=models.PROTECT, related_name="refreshed"
    )
    answer = models.JSONField(null=True, blank=True)
    marks = models.DecimalField(max_digits=5, decimal_places=4, null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)

    objects = RefresherItemQuerySet.as_manager()

    # What a question of an attempt has as well.
    order = 0
    must_pass = False
    marked_by = None

    class Meta:
        ordering = ("answered_at", "pk")
        verbose_name = _("weekly question")
        verbose_name_plural = _("weekly questions")
        constraints = [
            models.UniqueConstraint(
                fields=("refresher", "week", "place"), name="one_refresher_question_a_place"
            ),
            models.UniqueConstraint(
                fields=("refresher", "week", "question"), name="refreshed_once_a_week"
            ),
            models.CheckConstraint(
                condition=Q(place__gte=1, place__lte=A_WEEK), name="five_refresher_questions_a_week"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.question_id} of {self.refresher_id} in the week of {self.week}"

    @property
    def is_answered(self) -> bool:
        return self.answer is not None

    @property
    def comes_again(self) -> datetime.date | None:
        """The Monday of the week that brings it again: the next one at the earliest."""
        if self.due_at is None:
            return None
        due = week_of(timezone.localdate(self.due_at))
        return max(due, self.week + datetime.timedelta(days=7))

    @property
    def mixing_seed(self) -> str:
        """Another order each week, so that nobody learns places."""
        return f"refresher:{self.refresher_id}:{self.week}:{self.question_id}"


def week_of(day: datetime.date) -> datetime.date:
    """Its Monday."""
    return day - datetime.timedelta(days=day.weekday())
