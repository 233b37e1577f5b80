from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.models.pages import LessonPage
from courses.querysets.learning import RemarkQuerySet


class LessonRemark(models.Model):
    """What is unclear or wrong in a lesson. Nobody can tell who wrote it: not even the database.

    It keeps the day alone, since a time would fit to who read the lesson at that minute.
    """

    lesson = models.ForeignKey(LessonPage, on_delete=models.CASCADE, related_name="remarks")
    text = models.TextField(_("remark"))
    day = models.DateField(default=timezone.localdate, db_index=True)
    dealt_on = models.DateField(null=True, blank=True)

    objects = RemarkQuerySet.as_manager()

    class Meta:
        ordering = ("-day", "-pk")
        verbose_name = _("remark on a lesson")
        verbose_name_plural = _("remarks on lessons")

    def __str__(self) -> str:
        return f"Remark {self.pk} on {self.lesson_id}"
