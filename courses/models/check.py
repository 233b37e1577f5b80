from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from courses.models.pages import LessonPage
from courses.models.question import Question, QuestionVersion
from courses.querysets.learning import CheckAnswerQuerySet


class LessonQuestion(Orderable):
    """A question that a lesson asks at its end. What is right is told at once."""

    lesson = ParentalKey(LessonPage, on_delete=models.CASCADE, related_name="checks")
    question = models.ForeignKey(
        Question,
        verbose_name=_("question"),
        on_delete=models.PROTECT,
        related_name="checked_in",
        help_text=_("One that no quiz asks: whoever answers it here learns what is right."),
    )

    panels = [FieldPanel("question")]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(fields=("lesson", "question"), name="question_once_in_lesson")
        ]

    def __str__(self) -> str:
        return str(self.question)


class CheckAnswer(models.Model):
    """Someone's newest answer to a question of a lesson. `right_at` stays once it is set.

    `marks` is a part of 1, None where none count.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="check_answers"
    )
    lesson = models.ForeignKey(LessonPage, on_delete=models.CASCADE, related_name="check_answers")
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="check_answers")
    question_version = models.ForeignKey(
        QuestionVersion, on_delete=models.PROTECT, related_name="check_answers"
    )
    answer = models.JSONField(null=True, blank=True)
    marks = models.DecimalField(max_digits=5, decimal_places=4, null=True, blank=True)
    tries = models.PositiveIntegerField(default=0)
    answered_at = models.DateTimeField(default=timezone.now)
    right_at = models.DateTimeField(null=True, blank=True)

    objects = CheckAnswerQuerySet.as_manager()

    # What a question of an attempt has as well.
    order = 0
    must_pass = False
    marked_by = None

    class Meta:
        verbose_name = _("answer in a lesson")
        constraints = [
            models.UniqueConstraint(
                fields=("person", "lesson", "question"), name="one_answer_per_lesson_question"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} on {self.question_id} in {self.lesson_id}"

    @property
    def is_answered(self) -> bool:
        return self.answer is not None

    @property
    def mixing_seed(self) -> str:
        """Everybody sees the options in one order, which isn't the editor's."""
        return f"check:{self.question_id}"
