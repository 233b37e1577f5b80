from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from taggit.models import TaggedItemBase
from wagtail.fields import StreamField
from wagtail.models import TranslatableMixin

from courses.enums import Difficulty
from courses.querysets.questions import QuestionQuerySet
from hub.access.models import AppendOnlyModel
from hub.pages.blocks import LinkBlock


# The rows that point here inherit from Wagtail's Orderable, which has no types.
class Question(TranslatableMixin, models.Model):  # type: ignore[django-manager-missing]
    """A question of the bank: what it is about. Its words are in versions.

    `suspended_on` is since when something that its answer rests on has changed: it isn't asked
    anew until somebody has looked at it.
    """

    fact_id = models.CharField(max_length=80, blank=True, db_index=True, editable=False)
    lesson = models.ForeignKey(
        "courses.LessonPage",
        verbose_name=_("lesson to go back to"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="questions",
        help_text=_("People who get it wrong are led there."),
    )
    outcome = models.CharField(
        _("outcome"),
        max_length=200,
        blank=True,
        help_text=_("What it tests, in the words of the course or lesson."),
    )
    tags = TaggableManager(
        through="courses.QuestionTag",
        verbose_name=_("tags"),
        blank=True,
        help_text=_("A quiz may draw its questions by these."),
    )
    difficulty = models.PositiveSmallIntegerField(
        _("difficulty"),
        choices=Difficulty,
        default=Difficulty.USUAL,
        help_text=_("How many of the people whom the course is for you expect to get it right."),
    )
    must_pass = models.BooleanField(
        _("must be right to pass"),
        default=False,
        help_text=_("For what keeps somebody safe now: nobody passes with this one wrong."),
    )
    cites = StreamField(
        [("link", LinkBlock())],
        verbose_name=_("what makes the answer right"),
        blank=True,
        help_text=_("Guidance or law that the right answer rests on. It is shown with the result."),
    )
    current = models.ForeignKey(
        "courses.QuestionVersion",
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )
    suspended_on = models.DateField(null=True, blank=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = QuestionQuerySet.as_manager()

    class Meta(TranslatableMixin.Meta):
        ordering = ("pk",)
        verbose_name = _("question")
        verbose_name_plural = _("questions")

    def __str__(self) -> str:
        return self.current.stem if self.current else str(_("Question without words yet"))

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.locale_id:
            self.locale = self.get_default_locale()
        super().save(*args, **kwargs)

    @property
    def newest(self) -> "QuestionVersion":
        """Raises ValueError for a question without words."""
        if self.current is None:
            raise ValueError("This question has no words yet")
        return self.current


class QuestionVersion(AppendOnlyModel):
    """The words of a question at one time. An edit adds a version; attempts keep the one asked."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=40)
    stem = models.TextField(_("question"))
    data = models.JSONField(default=dict)
    explanation = models.TextField(_("explanation"), blank=True)
    hint = models.TextField(_("hint"), blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("question", "number")
        constraints = [
            models.UniqueConstraint(fields=("question", "number"), name="one_version_per_number")
        ]

    def __str__(self) -> str:
        return f"{self.stem} ({self.number})"


class QuestionTag(TaggedItemBase):
    content_object = models.ForeignKey(
        Question, on_delete=models.CASCADE, related_name="tagged_items"
    )
