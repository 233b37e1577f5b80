from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from courses.models.attempt import Attempt
from courses.models.question import Question, QuestionVersion
from hub.access.models import AppendOnlyModel


class Regrade(AppendOnlyModel):
    """One time that answers to a version were marked again by a corrected one."""

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="regrades")
    from_version = models.ForeignKey(QuestionVersion, on_delete=models.PROTECT, related_name="+")
    to_version = models.ForeignKey(QuestionVersion, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="regrades"
    )
    at = models.DateTimeField(auto_now_add=True)
    reason = models.TextField(_("reason"))

    class Meta:
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.from_version_id} by {self.to_version_id}, {self.at:%Y-%m-%d}"


class RegradedAttempt(AppendOnlyModel):
    """What a regrade did to one result: the marks of the question, the score, the pass."""

    regrade = models.ForeignKey(Regrade, on_delete=models.PROTECT, related_name="attempts")
    attempt = models.ForeignKey(Attempt, on_delete=models.PROTECT, related_name="regrades")
    marks_before = models.DecimalField(max_digits=5, decimal_places=4)
    marks_after = models.DecimalField(max_digits=5, decimal_places=4)
    score_before = models.DecimalField(max_digits=7, decimal_places=2)
    score_after = models.DecimalField(max_digits=7, decimal_places=2)
    passed_before = models.BooleanField()
    passed_after = models.BooleanField()

    class Meta:
        ordering = ("regrade", "pk")
        constraints = [
            models.UniqueConstraint(fields=("regrade", "attempt"), name="attempt_once_in_regrade")
        ]

    def __str__(self) -> str:
        return f"{self.attempt_id}: {self.marks_before} to {self.marks_after}"
