import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.models.question import Question, QuestionVersion
from hub.upkeep.models import Change


class CatchUp(models.Model):
    """A question that somebody who passed is offered, since what it rests on has changed.

    Its words are chosen when it is answered: the newest. Nobody has to answer, and it counts
    towards nothing.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="catch_ups"
    )
    change = models.ForeignKey(Change, on_delete=models.CASCADE, related_name="+")
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="catch_ups")
    question_version = models.ForeignKey(
        QuestionVersion, on_delete=models.PROTECT, related_name="+"
    )
    offered_at = models.DateTimeField(default=timezone.now)
    answer = models.JSONField(null=True, blank=True)
    marks = models.DecimalField(max_digits=5, decimal_places=4, null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    # What a question of an attempt has as well.
    order = 0
    must_pass = False
    marked_by = None

    class Meta:
        ordering = ("offered_at", "pk")
        verbose_name = _("question after a change")
        verbose_name_plural = _("questions after a change")
        constraints = [
            models.UniqueConstraint(
                fields=("person", "change", "question"), name="caught_up_once_with_a_change"
            )
        ]

    def __str__(self) -> str:
        return f"{self.question_id} for {self.person_id} after change {self.change_id}"

    @property
    def is_answered(self) -> bool:
        return self.answer is not None

    @property
    def changed_on(self) -> datetime.date:
        return timezone.localdate(self.change.at)

    @property
    def mixing_seed(self) -> str:
        return f"catch-up:{self.pk}"
