"""Rows that everything may point at. They hold identity; their pages hold the prose."""

from collections.abc import Iterable
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from hub.taxonomy.enums import AreaKind
from hub.taxonomy.trees import upwards

LOWER_FIRST = _("Lower numbers come first.")


class NamedRow(models.Model):
    """A stable slug, and a name that people read."""

    slug = models.SlugField(
        _("name in addresses"),
        unique=True,
        max_length=80,
        help_text=_("Small letters and hyphens. It stays when the name changes."),
    )
    name = models.CharField(_("name"), max_length=200)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name


class Theme(NamedRow):
    """One of the themes that local reviews are organised by."""

    order = models.PositiveSmallIntegerField(_("order"), default=0, help_text=LOWER_FIRST)
    question = models.CharField(_("question a partnership asks"), max_length=200, blank=True)
    description = models.TextField(_("description"), blank=True)

    class Meta:
        ordering = ("order", "name")
        verbose_name = _("theme")
        verbose_name_plural = _("themes")


class AgencyType(NamedRow):
    """A kind of public service, such as housing: who a page is for, and where someone works."""

    order = models.PositiveSmallIntegerField(_("order"), default=0, help_text=LOWER_FIRST)

    class Meta:
        ordering = ("order", "name")
        verbose_name = _("agency type")
        verbose_name_plural = _("agency types")


class Nation(NamedRow):
    """Where law and guidance apply: the four nations often differ."""

    order = models.PositiveSmallIntegerField(_("order"), default=0, help_text=LOWER_FIRST)

    class Meta:
        ordering = ("order",)
        verbose_name = _("nation")
        verbose_name_plural = _("nations")


class AreaQuerySet(models.QuerySet):
    def parents(self) -> dict[int, int | None]:
        """Id of each area to the id of the one around it. One query for the whole tree."""
        return dict(self.values_list("pk", "parent_id"))

    def with_those_above(self, ids: Iterable[int]) -> set[int]:
        """Ids of these areas and of every area that holds them. One query for the whole tree."""
        parents = self.parents()
        return {above for area_id in ids for above in upwards(area_id, parents)}

    def with_those_inside(self, ids: Iterable[int]) -> set[int]:
        """Ids of these areas and of every area inside them. One query for the whole tree."""
        parents, wanted = self.parents(), set(ids)
        return {pk for pk in parents if wanted.intersection(upwards(pk, parents))}

    def partnerships(self) -> Self:
        return self.filter(kind=AreaKind.PARTNERSHIP)


class Area(NamedRow):
    """A police force area, or a community safety partnership inside one."""

    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=AreaKind,
        help_text=_("Partnerships lie inside a police force area."),
    )
    parent = models.ForeignKey(
        "self",
        verbose_name=_("inside"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        help_text=_("Whoever belongs to this area belongs to the one around it, too."),
    )

    objects = AreaQuerySet.as_manager()

    class Meta:
        ordering = ("name",)
        verbose_name = _("area")
        verbose_name_plural = _("areas")

    def clean(self) -> None:
        """An area inside itself would make everyone of it a member of nothing above."""
        if not self.pk or not self.parent_id:
            return
        if self.pk in Area.objects.all().with_those_above({self.parent_id}):
            raise ValidationError({"parent": _("An area can't be inside itself.")})


class OrganisationQuerySet(models.QuerySet):
    def active(self) -> Self:
        return self.filter(is_active=True)

    def around(self, area: Area) -> Self:
        """Those that take part in an area, in the areas inside and around it, and everywhere.

        One query for the tree, when called.
        """
        parents = Area.objects.parents()
        above = set(upwards(area.pk, parents))
        inside = {pk for pk in parents if area.pk in upwards(pk, parents)}
        return self.active().filter(models.Q(area=None) | models.Q(area__in=above | inside))


class Organisation(NamedRow):
    """An employer of practitioners. It lives here because memberships are scoped to it."""

    agency_type = models.ForeignKey(
        AgencyType,
        verbose_name=_("agency type"),
        on_delete=models.PROTECT,
        help_text=_("Its people see the notes for this kind of agency first."),
    )
    area = models.ForeignKey(
        Area,
        verbose_name=_("area"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        help_text=_("Leave empty for one that works everywhere."),
    )
    is_active = models.BooleanField(
        _("takes part"),
        default=True,
        help_text=_("Unticking it ends the verifications of the people who work there."),
    )

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        ordering = ("name",)
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
