"""Cohorts of learners, and courses that a lead asks people to do by a day."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.models.pages import CoursePage
from courses.querysets.cohorts import AssignmentQuerySet, CohortQuerySet
from hub.taxonomy.models import Area, Organisation


def by_whom(related_name: str) -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name=related_name
    )


class Cohort(models.Model):
    """People of one area or organisation. Whoever leads there keeps it; `keeper` answers for it."""

    name = models.CharField(_("name"), max_length=100)
    area = models.ForeignKey(
        Area, on_delete=models.PROTECT, null=True, blank=True, related_name="cohorts"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="cohorts"
    )
    keeper = by_whom("cohorts_kept")
    created_at = models.DateTimeField(default=timezone.now)

    objects = CohortQuerySet.as_manager()

    class Meta:
        ordering = ("name", "pk")
        verbose_name = _("cohort")
        constraints = [
            models.CheckConstraint(
                condition=Q(area=None, organisation__isnull=False)
                | Q(area__isnull=False, organisation=None),
                name="cohort_of_one_place",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("courses:cohort", args=[self.pk])

    @property
    def place(self) -> Area | Organisation:
        return self.area or self.organisation


class CohortMember(models.Model):
    """`shares_since` is set while the person lets those who keep the cohort see their marks."""

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="cohorts"
    )
    added_by = by_whom("+")
    added_at = models.DateTimeField(default=timezone.now)
    shares_since = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("pk",)
        verbose_name = _("member of a cohort")
        constraints = [
            models.UniqueConstraint(fields=("cohort", "person"), name="person_once_in_cohort")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.cohort_id}"


class Assignment(models.Model):
    """A course that a cohort or one person is asked to do by the end of a day."""

    course = models.ForeignKey(CoursePage, on_delete=models.CASCADE, related_name="assignments")
    cohort = models.ForeignKey(
        Cohort, on_delete=models.CASCADE, null=True, blank=True, related_name="assignments"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="assignments",
    )
    due_on = models.DateField(_("to be done by"))
    note = models.CharField(_("note"), max_length=200, blank=True)
    by = by_whom("+")
    created_at = models.DateTimeField(default=timezone.now)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        ordering = ("due_on", "pk")
        verbose_name = _("assignment")
        constraints = [
            models.CheckConstraint(
                condition=Q(cohort=None, person__isnull=False)
                | Q(cohort__isnull=False, person=None),
                name="assigned_to_cohort_or_person",
            ),
            models.UniqueConstraint(fields=("cohort", "course"), name="course_once_for_cohort"),
            models.UniqueConstraint(fields=("person", "course"), name="course_once_for_person"),
        ]

    def __str__(self) -> str:
        return f"{self.course_id} by {self.due_on}"

    @property
    def address(self) -> str:
        """Where a learner finds it."""
        return f"{reverse('courses:learning')}#asked-{self.pk}"
