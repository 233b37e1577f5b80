from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.forum.enums import Measure

LASTING = (Measure.RESTRICT, Measure.SUSPEND)


class SanctionQuerySet(models.QuerySet):
    def in_force(self, on: date | None = None) -> Self:
        """What counts on a day; the last day is included. A warning isn't in force, it stands."""
        day = on or timezone.localdate()
        return self.filter(measure__in=LASTING, lifted_at=None, ends_on__gte=day)

    def of(self, person_id: int) -> Self:
        return self.filter(person=person_id)

    def with_people(self) -> Self:
        return self.select_related("person", "imposed_by", "lifted_by")


class Sanction(models.Model):
    """What a moderator of the hub laid on somebody in the forum. It ends by itself.

    It names no post: the post may have been anonymous.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="forum_sanctions"
    )
    measure = models.CharField(_("measure"), max_length=10, choices=Measure)
    reason = models.CharField(_("reason"), max_length=300)
    imposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    imposed_at = models.DateTimeField(default=timezone.now)
    ends_on = models.DateField(_("until"), null=True, blank=True)
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = SanctionQuerySet.as_manager()

    class Meta:
        ordering = ("-imposed_at", "-pk")
        verbose_name = _("sanction")
        verbose_name_plural = _("sanctions")
        constraints = [
            models.CheckConstraint(
                condition=Q(measure=Measure.WARN, ends_on=None)
                | (~Q(measure=Measure.WARN) & Q(ends_on__isnull=False)),
                name="what_lasts_has_an_end_and_a_warning_none",
            ),
            models.CheckConstraint(
                condition=Q(lifted_at=None, lifted_by=None)
                | Q(lifted_at__isnull=False, lifted_by__isnull=False),
                name="a_lifted_sanction_says_when_and_by_whom",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_measure_display()}: {self.person_id}"

    def get_absolute_url(self) -> str:
        """For the person themselves."""
        return reverse("forum:sanction", args=[self.pk])

    @property
    def is_in_force(self) -> bool:
        is_over = self.ends_on is None or self.ends_on < timezone.localdate()
        return self.lifted_at is None and not is_over
