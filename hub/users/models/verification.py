from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.access.models import Membership
from hub.users.enums import Ended, Proof


class VerificationQuerySet(models.QuerySet):
    def current(self, on: date | None = None) -> Self:
        return self.filter(membership__in=Membership.objects.current(on))

    def of(self, person_id: int) -> Self:
        return self.filter(membership__person_id=person_id)

    def by_address(self) -> Self:
        return self.filter(how=Proof.ADDRESS)

    def with_names(self) -> Self:
        return self.select_related("membership__organisation", "membership__area")


class Verification(models.Model):
    """Why a practitioner's membership is there. The membership alone gives access.

    `until` is the day to which it was given. A membership that ended earlier, with nothing in
    `ended`, was ended by a person: that decision isn't undone by confirming an address again.
    """

    membership = models.OneToOneField(
        Membership, on_delete=models.CASCADE, related_name="verification"
    )
    how = models.CharField(max_length=10, choices=Proof)
    domain = models.CharField(max_length=253, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    verified_at = models.DateTimeField(default=timezone.now)
    until = models.DateField()
    reminders = models.PositiveSmallIntegerField(default=0)
    ended = models.CharField(max_length=12, choices=Ended, blank=True)

    objects = VerificationQuerySet.as_manager()

    class Meta:
        ordering = ("-verified_at", "-pk")
        verbose_name = _("verification")
        verbose_name_plural = _("verifications")

    def __str__(self) -> str:
        return f"{self.membership}, until {self.until}"

    @property
    def where(self) -> str:
        return str(self.membership.scope or "")

    @property
    def was_ended_by_a_person(self) -> bool:
        ends_on = self.membership.ends_on
        return not self.ended and ends_on is not None and ends_on < self.until
