import datetime

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from courses.enums import Feedback, QuizKind
from courses.models.question import Question
from courses.querysets.questions import QuizQuerySet


class Quiz(ClusterableModel):
    """Questions in a row: what someone must pass to complete a course, or practice for it.

    Not part of the page's drafts: publishing an old draft of the course must not lose the quiz
    that people have taken.
    """

    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=QuizKind,
        default=QuizKind.FINAL,
        help_text=_(
            "Passing the final quiz gives the certificate: one a course. Practice never counts, "
            "and a course may have several."
        ),
    )
    course = models.ForeignKey(
        "courses.CoursePage",
        verbose_name=_("course"),
        on_delete=models.PROTECT,
        related_name="quizzes",
        help_text=_("People find the quiz on the page of this course."),
    )
    title = models.CharField(_("title"), max_length=200)
    pass_mark = models.PositiveSmallIntegerField(
        _("pass mark"),
        default=80,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=_("Per cent of the marks, such as 80. Practice is never passed."),
    )
    attempts_allowed = models.PositiveSmallIntegerField(
        _("attempts"),
        default=3,
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Leave empty for as many as people need."),
    )
    minutes = models.PositiveSmallIntegerField(
        _("minutes"), default=15, help_text=_("About how long it takes, to plan by.")
    )
    shuffle = models.BooleanField(_("mix the order of questions and answers"), default=True)
    feedback = models.CharField(
        _("what is right is shown"),
        max_length=20,
        choices=Feedback,
        default=Feedback.AT_END,
        help_text=_("After each question suits practice, closing suits a class of one week."),
    )
    closes_at = models.DateTimeField(
        _("closes"),
        null=True,
        blank=True,
        help_text=_("Nobody starts and no answer is taken after it. Leave empty for never."),
    )
    hours_between = models.PositiveSmallIntegerField(
        _("hours between attempts"),
        default=0,
        validators=[MaxValueValidator(720)],
        help_text=_("Time to read again after a result that isn't a pass. 0 for none."),
    )
    minutes_allowed = models.PositiveSmallIntegerField(
        _("time limit in minutes"),
        null=True,
        blank=True,
        validators=[MinValueValidator(5), MaxValueValidator(600)],
        help_text=_("Leave empty, unless being quick matters at work. People may have extra time."),
    )

    objects = QuizQuerySet.as_manager()

    @property
    def is_final(self) -> bool:
        return self.kind == QuizKind.FINAL

    def get_absolute_url(self) -> str:
        """Where it is started."""
        if self.is_final:
            return reverse("courses:quiz", args=[self.course_id])
        return reverse("courses:practice", args=[self.course_id, self.pk])

    def is_closed(self, now: datetime.datetime) -> bool:
        return self.closes_at is not None and now > self.closes_at

    class Meta:
        ordering = ("title",)
        verbose_name = _("quiz")
        verbose_name_plural = _("quizzes")
        constraints = [
            models.UniqueConstraint(
                fields=("course",),
                condition=models.Q(kind=QuizKind.FINAL),
                name="one_final_quiz_per_course",
                violation_error_message=_("This course has its final quiz already."),
            )
        ]

    def __str__(self) -> str:
        return self.title


class QuizQuestion(Orderable):
    quiz = ParentalKey(Quiz, on_delete=models.CASCADE, related_name="places")
    question = models.ForeignKey(
        Question,
        verbose_name=_("question"),
        on_delete=models.PROTECT,
        related_name="quizzes",
        help_text=_("From the bank of questions. A question may be in several quizzes."),
    )

    panels = [FieldPanel("question")]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(fields=("quiz", "question"), name="question_once_in_quiz")
        ]

    def __str__(self) -> str:
        return str(self.question)


class QuizDraw(Orderable):
    """So many questions of a tag, drawn anew for each attempt."""

    quiz = ParentalKey(Quiz, on_delete=models.CASCADE, related_name="draws")
    tag = models.ForeignKey(
        "taggit.Tag",
        verbose_name=_("which questions"),
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Those of this course, or of no lesson, that have this tag."),
    )
    number = models.PositiveSmallIntegerField(
        _("how many"),
        validators=[MinValueValidator(1), MaxValueValidator(50)],
        help_text=_("Of these each attempt asks so many; of fewer, all."),
    )

    panels = [FieldRowPanel([FieldPanel("tag"), FieldPanel("number")])]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=("quiz", "tag"), name="tag_drawn_once")]

    def __str__(self) -> str:
        return f"{self.number} × {self.tag_id}"


class ExtraTime(models.Model):
    """Somebody has longer wherever a quiz has a time limit. Why is nobody's business here."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="extra_time",
    )
    percent = models.PositiveSmallIntegerField(
        _("more time, per cent"),
        validators=[MinValueValidator(1), MaxValueValidator(300)],
        help_text=_("25 makes 20 minutes 25."),
    )

    class Meta:
        verbose_name = _("extra time")
        verbose_name_plural = _("extra time")

    def __str__(self) -> str:
        # Logs keep this beyond the account, so it names nobody.
        return f"{self.percent}%"
