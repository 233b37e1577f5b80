from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from courses.enums import Activity
from courses.querysets.learning import OwnQuerySet

# A week of days and nights: what is longer is a slip of the keyboard.
MOST_MINUTES = 7 * 24 * 60


class RecordEntry(models.Model):
    """What somebody wrote into their own learning record. Nobody else ever sees it."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="record_entries"
    )
    activity = models.CharField(max_length=20, choices=Activity)
    day = models.DateField(_("date"), default=timezone.localdate)
    title = models.CharField(_("title"), max_length=255)
    minutes = models.PositiveIntegerField(
        _("minutes"), validators=[MinValueValidator(1), MaxValueValidator(MOST_MINUTES)]
    )
    learned = models.TextField(_("what I learned"), blank=True)
    will_change = models.TextField(_("what I'll do differently"), blank=True)
    page = models.ForeignKey(
        Page, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField(default=timezone.now)

    objects = OwnQuerySet.as_manager()

    class Meta:
        ordering = ("-day", "-pk")
        verbose_name = _("entry of a learning record")
        verbose_name_plural = _("entries of learning records")

    def __str__(self) -> str:
        return f"{self.get_activity_display()} of {self.person_id} on {self.day}"

    def get_absolute_url(self) -> str:
        return reverse("courses:record_entry", args=[self.pk])
