"""Pairs of leads: who fills a seat, where a gap is, and whom to ask there instead."""

from datetime import timedelta

import pytest
from django.utils import timezone

from hub.access.enums import Role
from hub.access.models import Membership
from hub.directory.enums import Side
from hub.directory.leads import AreaLeads, Seat, in_tree_order, leads_by_area
from hub.taxonomy.enums import AreaKind
from hub.taxonomy.models import AgencyType, Area
from tests.factories.directory import lead_of, list_person, practitioner_at
from tests.factories.people import AreaFactory, OrganisationFactory, UserFactory, with_role

pytestmark = pytest.mark.django_db

YESTERDAY = timedelta(days=1)


@pytest.fixture
def force() -> Area:
    return AreaFactory(name="Ardale police force area", kind=AreaKind.POLICE_FORCE)


@pytest.fixture
def ardale(force: Area) -> Area:
    return AreaFactory(name="Ardale", parent=force)


def pair(area: Area) -> AreaLeads:
    every = {row.pk: row for row in Area.objects.all()}
    return leads_by_area([area], every)[0]


def seat(area: Area, side: Side) -> Seat:
    return next(row for row in pair(area).seats if row.side == side)


def names(row: Seat) -> list[str]:
    return [entry.name for entry in row.leads]


def test_the_agency_decides_which_of_the_pair_somebody_is(ardale: Area) -> None:
    lead_of(ardale, "police", name="Sam Okafor")
    lead_of(ardale, "community-safety", name="Helen Ashworth")
    assert names(seat(ardale, Side.POLICE)) == ["Sam Okafor"]
    assert names(seat(ardale, Side.COMMUNITY_SAFETY)) == ["Helen Ashworth"]


def test_the_agency_comes_from_the_verification_and_not_from_the_profile(ardale: Area) -> None:
    person = lead_of(ardale, "police")
    person.profile.agency_type = AgencyType.objects.get(slug="community-safety")
    person.profile.save()
    assert len(seat(ardale, Side.POLICE).leads) == 1
    assert names(seat(ardale, Side.COMMUNITY_SAFETY)) == []


def test_a_lead_of_an_organisation_leads_in_its_area(ardale: Area) -> None:
    kind = AgencyType.objects.get(slug="police")
    at = OrganisationFactory(agency_type=kind, area=ardale)
    person = with_role(UserFactory(name="Sam Okafor"), Role.PRACTITIONER, organisation=at)
    with_role(person, Role.LEAD, organisation=at)
    assert names(seat(ardale, Side.POLICE)) == ["Sam Okafor"]


def test_a_lead_of_another_agency_stands_beside_the_pair(ardale: Area) -> None:
    lead_of(ardale, "health", name="Ade Bello")
    assert [entry.name for entry in pair(ardale).others] == ["Ade Bello"]
    assert [names(row) for row in pair(ardale).seats] == [[], []]


def test_a_gap_names_the_lead_of_the_area_above(force: Area, ardale: Area) -> None:
    lead_of(force, "police", name="Sam Okafor")
    gap = seat(ardale, Side.POLICE)
    assert names(gap) == []
    assert [entry.name for entry in gap.instead] == ["Sam Okafor"]
    assert (gap.instead_side, gap.instead_area) == (Side.POLICE, force)


def test_a_gap_with_nobody_above_names_the_other_half_of_the_pair(ardale: Area) -> None:
    lead_of(ardale, "community-safety", name="Helen Ashworth")
    gap = seat(ardale, Side.POLICE)
    assert [entry.name for entry in gap.instead] == ["Helen Ashworth"]
    assert gap.instead_side == Side.COMMUNITY_SAFETY


def test_a_lead_of_the_whole_hub_is_asked_where_the_areas_have_none(ardale: Area) -> None:
    with_role(practitioner_at("police", ardale, name="Ruth Calder"), Role.LEAD)
    gap = seat(ardale, Side.POLICE)
    assert [entry.name for entry in gap.instead] == ["Ruth Calder"]
    assert gap.instead_area is None


def test_a_lead_of_another_area_fills_no_gap(ardale: Area) -> None:
    lead_of(AreaFactory(name="Brimlow"), "police")
    assert seat(ardale, Side.POLICE) == Seat(Side.POLICE, ())


@pytest.mark.parametrize("role", [Role.LEAD, Role.PRACTITIONER])
def test_a_lead_whose_role_or_verification_ended_leaves_a_gap(ardale: Area, role: Role) -> None:
    person = lead_of(ardale, "police")
    ended = timezone.localdate() - YESTERDAY
    Membership.objects.filter(person=person, role=role).update(ends_on=ended)
    assert names(seat(ardale, Side.POLICE)) == []


def test_a_closed_account_leaves_a_gap(ardale: Area) -> None:
    person = lead_of(ardale, "police")
    person.is_active = False
    person.save()
    assert names(seat(ardale, Side.POLICE)) == []


def test_a_lead_may_use_a_work_name_and_need_not_be_listed(ardale: Area) -> None:
    person = lead_of(ardale, "police", name="Samuel Okafor")
    list_person(person, is_listed=False, work_name="Sam O.", helps_with="Runaways by rail.")
    found = seat(ardale, Side.POLICE).leads[0]
    assert (found.name, found.helps_with) == ("Sam O.", "Runaways by rail.")


def test_areas_stand_before_those_inside_them(force: Area, ardale: Area) -> None:
    last = AreaFactory(name="Zell")
    found = [row for row in in_tree_order(Area.objects.all()) if row in {force, ardale, last}]
    assert found == [force, ardale, last]
