from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from courses.enums import Moment, Used, Usefulness
from courses.models.pages import CoursePage
from courses.querysets.learning import SurveyQuerySet


class SurveyAnswer(models.Model):
    """What somebody says of a course at one moment, and may change until the next.

    `ratings` holds by an outcome's block id how sure they are, a value of `Sureness`. Nothing in it
    is required: an answer without anything says that they were asked and would rather not.
    `asked_at` is when the hub asked by itself; `answered_at` is None while it waits for an answer.
    A new cycle begins with a renewal.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="survey_answers"
    )
    course = models.ForeignKey(CoursePage, on_delete=models.PROTECT, related_name="survey_answers")
    cycle = models.PositiveSmallIntegerField(default=1)
    moment = models.CharField(max_length=10, choices=Moment)
    ratings = models.JSONField(default=dict)
    useful = models.PositiveSmallIntegerField(
        _("how useful"), choices=Usefulness, null=True, blank=True
    )
    used = models.CharField(_("used at work"), max_length=10, choices=Used, blank=True)
    words = models.TextField(_("in their own words"), blank=True)
    asked_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = SurveyQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        verbose_name = _("answer about a course")
        verbose_name_plural = _("answers about courses")
        constraints = [
            models.UniqueConstraint(
                fields=("person", "course", "cycle", "moment"), name="one_survey_answer_a_moment"
            ),
            models.CheckConstraint(
                condition=Q(useful=None) | Q(useful__in=Usefulness.values),
                name="usefulness_is_on_its_scale",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} on {self.course_id}, {self.moment} {self.cycle}"

    @property
    def is_empty(self) -> bool:
        return not (self.ratings or self.useful or self.used or self.words)
