from datetime import date
from typing import Self

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.access.enums import Role
from hub.access.models import Membership
from hub.access.models.membership import MembershipQuerySet
from hub.access.readers import Reader
from hub.groups.enums import Joining
from hub.groups.periods import CONFIRMED_FOR, CONFIRMED_FOR_SENSITIVE


class WorkingGroupQuerySet(models.QuerySet):
    def running(self) -> Self:
        return self.filter(closed_at=None)

    def listed(self) -> Self:
        """Those whose names every signed-in person may read."""
        return self.running().filter(is_private=False)

    def of(self, reader: Reader) -> Self:
        """Those that the reader is in."""
        return self.running().filter(group_id__in=reader.group_ids)

    def visible_to(self, reader: Reader) -> Self:
        """Those whose names this reader may know; the hub's administrators know all."""
        if not reader.is_signed_in:
            return self.none()
        if reader.has_role(Role.ADMINISTRATOR):
            return self.all()
        mine = Q(group_id__in=reader.group_ids)
        return self.running().filter(Q(is_private=False) | mine)

    def without_owner(self) -> Self:
        """Running groups that nobody looks after."""
        owners = Membership.objects.current().filter(
            group=OuterRef("group"), role=Role.OWNER, person__is_active=True
        )
        return self.running().filter(~Exists(owners))

    def with_counts(self) -> Self:
        """Adds `people`: how many are in the group today."""
        today = timezone.localdate()
        current = Q(group__memberships__starts_on__lte=today) & (
            Q(group__memberships__ends_on=None) | Q(group__memberships__ends_on__gte=today)
        )
        active = Q(group__memberships__person__is_active=True)
        person = "group__memberships__person"
        return self.annotate(people=Count(person, filter=current & active, distinct=True))


class WorkingGroup(models.Model):
    """A group that people form for a piece of work. `group` is its identity and its token.

    Who is in it stands in memberships of that group; `ends_on` of each is when the person must
    have confirmed that they are still in it. A private group's name is unknown to outsiders, so
    its address says nothing of it either.
    """

    group = models.OneToOneField(Group, on_delete=models.PROTECT, related_name="working_group")
    slug = models.SlugField(_("slug"), unique=True, max_length=80)
    name = models.CharField(_("name"), max_length=120)
    purpose = models.CharField(_("what it is for"), max_length=400)
    joining = models.CharField(_("joining"), max_length=20, choices=Joining)
    practitioners_only = models.BooleanField(_("verified practitioners only"), default=False)
    is_private = models.BooleanField(_("private"), default=False)
    is_sensitive = models.BooleanField(_("sensitive"), default=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    created_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True)

    objects = WorkingGroupQuerySet.as_manager()

    class Meta:
        ordering = ("name", "pk")
        verbose_name = _("working group")
        verbose_name_plural = _("working groups")
        constraints = [
            models.CheckConstraint(
                condition=Q(is_private=False) | Q(joining=Joining.INVITATION),
                name="private_group_is_by_invitation",
            ),
            models.CheckConstraint(
                condition=Q(is_sensitive=False) | Q(practitioners_only=True),
                name="sensitive_group_is_for_practitioners",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("groups:group", args=[self.slug])

    @property
    def subject(self) -> str:
        """How the audit record names it."""
        return f"working group {self.pk}"

    @property
    def told_name(self) -> str:
        """What a notice or a mail calls it: those travel to where outsiders look."""
        return str(_("a private group")) if self.is_private else f"“{self.name}”"

    @property
    def places(self) -> MembershipQuerySet:
        """Memberships of people who are in it today."""
        return Membership.objects.current().in_group(self.group).filter(person__is_active=True)

    @property
    def owner_ids(self) -> list[int]:
        owners = self.places.filter(role=Role.OWNER)
        return list(owners.values_list("person_id", flat=True).distinct())

    def confirmed_until(self, on: date | None = None) -> date:
        """The last day of a place that is confirmed on a day, today by default."""
        period = CONFIRMED_FOR_SENSITIVE if self.is_sensitive else CONFIRMED_FOR
        return (on or timezone.localdate()) + period
