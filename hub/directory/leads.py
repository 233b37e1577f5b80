"""The pair of leads of each area, with gaps, and whom to ask where one is missing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q

from hub.access.enums import Role
from hub.access.models import Membership
from hub.directory.enums import Side
from hub.directory.people import (
    Entry,
    agency_of,
    current_places,
    entry_of,
    leading_people,
    where,
    with_entries,
)
from hub.taxonomy.models import Area
from hub.taxonomy.trees import upwards
from hub.users.models import User

# By area, None being the whole hub, and by agency type, "" being none of the two.
Found = dict[tuple[int | None, str], list[Entry]]


@dataclass(frozen=True, slots=True)
class Seat:
    """One half of a pair. Where it has no lead, `instead` says whom to ask, and for which area.

    `instead_area` is None for somebody who leads in the whole hub.
    """

    side: Side
    leads: Sequence[Entry]
    instead: Sequence[Entry] = ()
    instead_side: Side | None = None
    instead_area: Area | None = None


@dataclass(frozen=True, slots=True)
class AreaLeads:
    """`others` lead here too, and work for neither police nor community safety."""

    area: Area
    seats: Sequence[Seat]
    others: Sequence[Entry]


def leads_by_area(areas: Sequence[Area], every: Mapping[int, Area]) -> list[AreaLeads]:
    """The pairs of these areas. `every` holds all areas by id. Three queries."""
    parents = {area.pk: area.parent_id for area in every.values()}
    above = {pk for area in areas for pk in upwards(area.pk, parents)}
    found = find_leads(above)
    return [pair_of(area, found, list(upwards(area.pk, parents)), every) for area in areas]


def find_leads(area_ids: Iterable[int]) -> Found:
    """Leads of these areas and of the whole hub."""
    here = Q(area__in=area_ids) | Q(organisation__area__in=area_ids)
    everywhere = Q(area=None, organisation=None)
    rows = current_places(Role.LEAD).filter(here | everywhere)
    people = leading_people().filter(pk__in=rows.values("person"))
    found: Found = {}
    for person in with_entries(people):
        entry = entry_of(person)
        for key in sorted(seats_of(person), key=str):
            found.setdefault(key, []).append(entry)
    return found


def seats_of(person: User) -> set[tuple[int | None, str]]:
    """Where somebody leads, and for which of the two: their agency's type decides.

    A lead of an organisation leads for it; a lead of an area for wherever they are verified.
    """
    verified = [place for place in person.places if place.role == Role.PRACTITIONER]
    seats = set()
    for place in person.places:
        if place.role == Role.LEAD:
            area = where(place)
            sides = sides_of([place] if place.organisation else verified) or {""}
            seats |= {(area.pk if area else None, side) for side in sides}
    return seats


def sides_of(places: Iterable[Membership]) -> set[str]:
    slugs = {agency.slug for place in places if (agency := agency_of(place))}
    return slugs & set(Side.values)


def pair_of(area: Area, found: Found, above: Sequence[int], every: Mapping[int, Area]) -> AreaLeads:
    seats = [seat_of(side, found, above, every) for side in Side]
    return AreaLeads(area, seats, found.get((area.pk, ""), ()))


def seat_of(side: Side, found: Found, above: Sequence[int], every: Mapping[int, Area]) -> Seat:
    """Whoever leads here; else the nearest above on this side; else the other half of the pair."""
    own = found.get((above[0], side.value))
    if own:
        return Seat(side, own)
    for area_id in (*above[1:], None):
        leads = found.get((area_id, side.value))
        if leads:
            return Seat(side, (), leads, side, every.get(area_id) if area_id else None)
    for other in Side:
        leads = found.get((above[0], other.value))
        if leads:
            return Seat(side, (), leads, other, every[above[0]])
    return Seat(side, ())


def in_tree_order(areas: Iterable[Area]) -> list[Area]:
    """Each area before those inside it, and neighbours by name."""
    inside: dict[int | None, list[Area]] = {}
    known = list(areas)
    ids = {area.pk for area in known}
    for area in known:
        inside.setdefault(area.parent_id if area.parent_id in ids else None, []).append(area)

    def walk(parent: int | None) -> Iterator[Area]:
        for area in sorted(inside.get(parent, ()), key=lambda row: row.name):
            yield area
            yield from walk(area.pk)

    return list(walk(None))


def with_those_inside(slugs: Iterable[str], every: Mapping[int, Area]) -> list[Area]:
    """The areas of these names and all inside them, in the order of the tree."""
    wanted = set(slugs)
    parents = {area.pk: area.parent_id for area in every.values()}
    chosen = {area.pk for area in every.values() if area.slug in wanted}
    return in_tree_order(
        area for area in every.values() if chosen.intersection(upwards(area.pk, parents))
    )
