from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.access.enums import Role
from hub.access.readers import Reader
from hub.taxonomy.models import Area, Organisation
from hub.users.enums import RequestState


class VerificationRequestQuerySet(models.QuerySet):
    def waiting(self) -> Self:
        return self.filter(state=RequestState.WAITING)

    def of(self, person_id: int) -> Self:
        return self.filter(person_id=person_id)

    def decidable_by(self, reader: Reader) -> Self:
        """What waits for this reader: all for administrators, a lead's own areas, never one's own.

        The areas around and inside a lead's area are not theirs. A closed account asks nothing.
        """
        waiting = self.waiting().filter(person__is_active=True).exclude(person_id=reader.user_id)
        if reader.has_role(Role.ADMINISTRATOR, Role.LEAD):
            return waiting
        return waiting.filter(area__in=lead_areas(reader))


class VerificationRequest(models.Model):
    """Somebody asks to be verified as a practitioner; an approver of the area decides.

    `how_to_check` may name a colleague, so it is emptied as soon as somebody has decided.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="verification_requests"
    )
    area = models.ForeignKey(Area, on_delete=models.PROTECT)
    organisation_name = models.CharField(max_length=200)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True)
    job_title = models.CharField(max_length=120)
    how_to_check = models.TextField(blank=True)
    asked_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=10, choices=RequestState, default=RequestState.WAITING)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)

    objects = VerificationRequestQuerySet.as_manager()

    class Meta:
        ordering = ("asked_at", "pk")
        verbose_name = _("request to be verified")
        verbose_name_plural = _("requests to be verified")
        constraints = [
            models.UniqueConstraint(
                fields=("person",),
                condition=Q(state=RequestState.WAITING),
                name="one_waiting_request_a_person",
            ),
            models.CheckConstraint(
                condition=Q(decided_by=None) | ~Q(decided_by=F("person")),
                name="nobody_verifies_themselves",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.organisation_name}"

    @property
    def is_waiting(self) -> bool:
        return self.state == RequestState.WAITING


def lead_areas(reader: Reader) -> set[int]:
    """The areas in which the reader is dedicated lead."""
    return {held.area_id for held in reader.roles if held.role == Role.LEAD and held.area_id}
