import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.codes import new_code, new_seed
from courses.models.question import QuestionVersion
from courses.models.quiz import Quiz
from courses.querysets.learning import AttemptQuerySet

# What was sent in time and arrives late still counts.
GRACE = datetime.timedelta(seconds=60)


class Attempt(models.Model):
    """One go at a quiz, on the question versions of the moment it started.

    `reached` is the number of the furthest question shown; later ones stay hidden until then.
    `pass_mark` is kept, so that a later change of the quiz doesn't change a result. Of its `total`
    questions `marks_possible` count, one mark each. Answers are taken until `ends_at` and `GRACE`.
    `passed` stays None in practice, so that nothing can rest on it.
    """

    code = models.CharField(max_length=32, unique=True, default=new_code, editable=False)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="attempts"
    )
    quiz = models.ForeignKey(Quiz, on_delete=models.PROTECT, related_name="attempts")
    seed = models.BigIntegerField(default=new_seed)
    pass_mark = models.PositiveSmallIntegerField()
    shuffled = models.BooleanField(default=True)
    reached = models.PositiveSmallIntegerField(default=1)
    started_at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField(null=True, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    score = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)
    total = models.PositiveSmallIntegerField(default=0)
    marks_possible = models.PositiveSmallIntegerField(default=0)
    passed = models.BooleanField(null=True)

    objects = AttemptQuerySet.as_manager()

    class Meta:
        ordering = ("-started_at",)
        verbose_name = _("attempt")
        verbose_name_plural = _("attempts")
        constraints = [
            models.UniqueConstraint(
                fields=("person", "quiz"),
                condition=models.Q(submitted_at=None),
                name="one_open_attempt_per_quiz",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} at {self.quiz_id} from {self.started_at:%Y-%m-%d}"

    @property
    def is_open(self) -> bool:
        return self.submitted_at is None

    def is_over(self, now: datetime.datetime) -> bool:
        return self.ends_at is not None and now > self.ends_at

    def is_late(self, now: datetime.datetime) -> bool:
        return self.ends_at is not None and now > self.ends_at + GRACE


class AttemptItem(models.Model):
    """One question of an attempt, in its place. `marks` is a part of 1, None where none count.

    `typed` is what stands in the form and wasn't sent by its button yet: the values of each
    control. It isn't an answer before the attempt is handed in. `stamp` says which save was last.
    `marked_by` is a corrected version of the question; None is the one that was asked.
    """

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="items")
    order = models.PositiveSmallIntegerField()
    question_version = models.ForeignKey(
        QuestionVersion, on_delete=models.PROTECT, related_name="items"
    )
    must_pass = models.BooleanField(default=False)
    answer = models.JSONField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    typed = models.JSONField(null=True, blank=True)
    stamp = models.CharField(max_length=60, blank=True, editable=False)
    marked_by = models.ForeignKey(
        QuestionVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    marks = models.DecimalField(max_digits=5, decimal_places=4, null=True, blank=True)

    class Meta:
        ordering = ("attempt", "order")
        constraints = [
            models.UniqueConstraint(fields=("attempt", "order"), name="one_question_per_place"),
            models.UniqueConstraint(
                fields=("attempt", "question_version"), name="question_asked_once_in_attempt"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.attempt_id}, question {self.order}"

    @property
    def is_answered(self) -> bool:
        return self.answer is not None

    @property
    def mixing_seed(self) -> str:
        """What settles the order of options; "" for the editor's."""
        return f"{self.attempt.seed}:{self.order}" if self.attempt.shuffled else ""
