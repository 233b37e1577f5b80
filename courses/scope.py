"""Whose learning somebody answers for: the people of the areas and organisations that they lead."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from hub.access.enums import Role
from hub.access.models import Membership
from hub.access.readers import Reader
from hub.core.per_request import once_per_request
from hub.taxonomy.models import Area, Organisation
from hub.users.models import User

LEADING = frozenset({Role.LEAD, Role.TRAINER})


@dataclass(frozen=True, slots=True)
class Scope:
    """Areas, with all inside them, and organisations. A role in the whole hub adds nothing."""

    area_ids: frozenset[int] = frozenset()
    organisation_ids: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.area_ids or self.organisation_ids)

    def places(self) -> QuerySet[Membership]:
        """What puts people into it today. A place in a working group doesn't."""
        here = Q(area__in=self.area_ids) | Q(organisation__area__in=self.area_ids)
        mine = here | Q(organisation__in=self.organisation_ids)
        return Membership.objects.current().filter(mine, group=None)

    def people(self) -> QuerySet[User]:
        return User.objects.filter(is_active=True, pk__in=self.places().values("person"))


def led_ids(reader: Reader) -> tuple[set[int], set[int]]:
    """The areas and organisations of the leading roles that count in this session."""
    led = [held for held in reader.roles if held.role in LEADING and held.group_id is None]
    areas = {held.area_id for held in led if held.area_id}
    return areas, {held.organisation_id for held in led if held.organisation_id}


def led_places(reader: Reader) -> list[Area | Organisation]:
    """Those led themselves, without the areas inside. Two queries."""
    areas, organisations = led_ids(reader)
    return [
        *Area.objects.filter(pk__in=areas),
        *Organisation.objects.filter(pk__in=organisations),
    ]


@once_per_request
def scope_of(reader: Reader) -> Scope:
    """One query where an area is led, else none. Roles of this session only."""
    areas, organisations = led_ids(reader)
    inside = Area.objects.all().with_those_inside(areas) if areas else set()
    return Scope(frozenset(inside), frozenset(organisations))


def scope_of_place(area: Area | None, organisation: Organisation | None) -> Scope:
    """Of one area or organisation. One query for an area."""
    inside = Area.objects.all().with_those_inside({area.pk}) if area else set()
    return Scope(frozenset(inside), frozenset({organisation.pk} if organisation else ()))
