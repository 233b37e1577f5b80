from datetime import date
from typing import Self

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.access.enums import GROUP_ROLES, Role
from hub.taxonomy.models import Area, Organisation


class MembershipQuerySet(models.QuerySet):
    def current(self, on: date | None = None) -> Self:
        """Rows that count on a day; the last day is included."""
        day = on or timezone.localdate()
        return self.filter(starts_on__lte=day).filter(Q(ends_on=None) | Q(ends_on__gte=day))

    def in_hub(self) -> Self:
        return self.filter(area=None, organisation=None, group=None)

    def held_in_hub(self, *roles: Role) -> Self:
        """Who holds one of these roles in the whole hub today."""
        return self.current().in_hub().filter(role__in=roles)

    def in_group(self, group: Group) -> Self:
        return self.filter(group=group)


class Membership(models.Model):
    """What a person is, where, and from when until when.

    With no area, organisation or group the role holds in the whole hub. Ending a membership sets
    `ends_on`; rows are kept, so that the record says who could do what and when.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships"
    )
    role = models.CharField(_("role"), max_length=20, choices=Role)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, blank=True)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, blank=True)
    group = models.ForeignKey(
        Group, on_delete=models.CASCADE, null=True, blank=True, related_name="memberships"
    )
    starts_on = models.DateField(_("from"), default=timezone.localdate)
    ends_on = models.DateField(_("until"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ("person", "role", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(area=None, organisation=None)
                | Q(area=None, group=None)
                | Q(organisation=None, group=None),
                name="membership_has_one_scope",
            ),
            models.CheckConstraint(
                condition=Q(group=None, role__in=sorted(set(Role) - {Role.OWNER}))
                | Q(group__isnull=False, role__in=sorted(GROUP_ROLES)),
                name="membership_role_fits_its_scope",
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=models.F("starts_on")),
                name="membership_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_role_display()} ({self.scope or '–'})"

    @property
    def scope(self) -> Area | Organisation | Group | None:
        """Where the role holds; None is the whole hub."""
        return self.area or self.organisation or self.group

    def clean(self) -> None:
        if sum(map(bool, (self.area_id, self.organisation_id, self.group_id))) > 1:
            raise ValidationError(_("Choose an area or an organisation, not both."))
