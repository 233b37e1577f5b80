from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.groups.enums import Decision
from hub.groups.models.working_group import WorkingGroup


class JoinRequestQuerySet(models.QuerySet):
    def waiting(self) -> Self:
        return self.filter(decision=Decision.WAITING)

    def of(self, person_id: int | None) -> Self:
        return self.filter(person_id=person_id)


class JoinRequest(models.Model):
    """Somebody asks to be let into a group. One that waits at a time."""

    working_group = models.ForeignKey(
        WorkingGroup, on_delete=models.CASCADE, related_name="requests"
    )
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    reason = models.CharField(_("why they want to join"), max_length=500)
    created_at = models.DateTimeField(default=timezone.now)
    decision = models.CharField(
        _("decision"), max_length=20, choices=Decision, default=Decision.WAITING
    )
    answer = models.CharField(_("what they were told"), max_length=300, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    objects = JoinRequestQuerySet.as_manager()

    class Meta:
        ordering = ("created_at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("working_group", "person"),
                condition=models.Q(decision=Decision.WAITING),
                name="one_waiting_request_of_a_person",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} asks to join {self.working_group}"
