from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import PageChooserPanel
from wagtail.models import Orderable

from courses.models.pages import CoursePage


class Prerequisite(Orderable):
    """A course to do first. Reading is open all the same; the quiz waits for it."""

    course = ParentalKey(CoursePage, on_delete=models.CASCADE, related_name="prerequisites")
    needs = models.ForeignKey(
        CoursePage,
        verbose_name=_("course to do first"),
        on_delete=models.CASCADE,
        related_name="needed_by",
        help_text=_("People may read this course before, but not take its quiz."),
    )

    panels = [PageChooserPanel("needs")]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(fields=("course", "needs"), name="course_needed_once")
        ]

    def __str__(self) -> str:
        return str(self.needs)
