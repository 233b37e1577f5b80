"""Whose areas they are: who reads what is in place there, and who states it."""

from hub.access.enums import GROUP_ROLES, Role
from hub.access.readers import Reader
from hub.taxonomy.models import Area, Organisation
from hub.users.models.verification_request import lead_areas


def verified_areas(reader: Reader) -> set[int]:
    """Ids of the areas in which the reader was given more than membership, and of those around.

    Two queries at most; none for who holds nothing in a place.
    """
    held = [role for role in reader.roles if role.role not in GROUP_ROLES]
    places = {role.area_id for role in held if role.area_id}
    if at := {role.organisation_id for role in held if role.organisation_id}:
        rows = Organisation.objects.filter(pk__in=at).exclude(area=None)
        places |= set(rows.values_list("area_id", flat=True))
    return Area.objects.all().with_those_above(places) if places else set()


def own_areas(reader: Reader) -> list[Area]:
    """The innermost first, then by name."""
    rows = list(Area.objects.filter(pk__in=verified_areas(reader)))
    around = {area.parent_id for area in rows}
    return sorted(rows, key=lambda area: (area.pk in around, area.name))


def may_read_profile(area: Area, reader: Reader) -> bool:
    """People verified in the area, and administrators of the hub."""
    return reader.has_role(Role.ADMINISTRATOR) or area.pk in verified_areas(reader)


def may_state(area: Area, reader: Reader) -> bool:
    """Leads of this very area, and administrators of the hub."""
    return reader.has_role(Role.ADMINISTRATOR) or area.pk in lead_areas(reader)
