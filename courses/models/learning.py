from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.models.pages import CoursePage, LessonPage
from courses.querysets.learning import OwnQuerySet


class Enrolment(models.Model):
    """Someone started a course. A course that was started can be unpublished, not deleted."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="enrolments"
    )
    course = models.ForeignKey(CoursePage, on_delete=models.PROTECT, related_name="enrolments")
    created_at = models.DateTimeField(default=timezone.now)

    objects = OwnQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at",)
        verbose_name = _("enrolment")
        constraints = [
            models.UniqueConstraint(fields=("person", "course"), name="enrolled_once_in_course")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.course_id}"


class LessonView(models.Model):
    """When someone saw a lesson, and when they marked it as done."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="lesson_views"
    )
    lesson = models.ForeignKey(LessonPage, on_delete=models.CASCADE, related_name="views")
    first_viewed_at = models.DateTimeField(default=timezone.now)
    last_viewed_at = models.DateTimeField(default=timezone.now)
    completed_at = models.DateTimeField(null=True, blank=True)

    objects = OwnQuerySet.as_manager()

    class Meta:
        verbose_name = _("lesson view")
        constraints = [
            models.UniqueConstraint(fields=("person", "lesson"), name="one_view_record_per_lesson")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} saw {self.lesson_id}"
