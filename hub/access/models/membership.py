from datetime import date
from typing import Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.access.enums import Role
from hub.taxonomy.models import Area, Organisation


class MembershipQuerySet(models.QuerySet):
    def current(self, on: date | None = None) -> Self:
        """Rows that count on a day; the last day is included."""
        day = on or timezone.localdate()
        return self.filter(starts_on__lte=day).filter(Q(ends_on=None) | Q(ends_on__gte=day))

    def in_hub(self) -> Self:
        return self.filter(area=None, organisation=None)


class Membership(models.Model):
    """What a person is, where, and from when until when.

    With neither area nor organisation the role holds in the whole hub. Ending a membership sets
    `ends_on`; rows are kept, so that the record says who could do what and when.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships"
    )
    role = models.CharField(_("role"), max_length=20, choices=Role)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, blank=True)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, blank=True)
    starts_on = models.DateField(_("from"), default=timezone.localdate)
    ends_on = models.DateField(_("until"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ("person", "role", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(area=None) | Q(organisation=None), name="membership_has_one_scope"
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=models.F("starts_on")),
                name="membership_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_role_display()} ({self.area or self.organisation or '–'})"

    def clean(self) -> None:
        if self.area_id and self.organisation_id:
            raise ValidationError(_("Choose an area or an organisation, not both."))
