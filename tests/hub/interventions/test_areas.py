"""Who reads what is in place in an area, and who states it."""

import pytest

from hub.access.enums import Role
from hub.access.readers import ANONYMOUS, Reader, reader_for
from hub.interventions.areas import may_read_profile, may_state, own_areas
from hub.taxonomy.models import Area
from hub.users.models import User
from tests.factories.areas import lead_of, practitioner_in
from tests.factories.groups import add_member, make_group
from tests.factories.people import AreaFactory, OrganisationFactory, UserFactory, with_role

pytestmark = pytest.mark.django_db


@pytest.fixture
def area() -> Area:
    return AreaFactory()


def reader(person: User, *, second_factor: bool = True) -> Reader:
    return reader_for(person, second_factor=second_factor)


def holding(role: Role, area: Area | None = None) -> Reader:
    return reader(with_role(UserFactory(), role, area=area))


def test_people_verified_at_an_organisation_of_the_area_read_it(area: Area) -> None:
    assert may_read_profile(area, reader(practitioner_in(area)))


def test_a_practitioner_needs_no_second_factor_to_read_it(area: Area) -> None:
    assert may_read_profile(area, reader(practitioner_in(area), second_factor=False))


def test_whoever_is_verified_inside_it_reads_it_too(area: Area) -> None:
    assert may_read_profile(area, reader(practitioner_in(AreaFactory(parent=area))))


def test_whoever_is_verified_around_it_does_not(area: Area) -> None:
    inside = AreaFactory(parent=area)
    assert not may_read_profile(inside, reader(practitioner_in(area)))


def test_a_member_of_the_area_is_not_verified_there(area: Area) -> None:
    assert not may_read_profile(area, holding(Role.MEMBER, area))


def test_being_verified_elsewhere_makes_no_membership_count(area: Area) -> None:
    person = with_role(practitioner_in(AreaFactory()), Role.MEMBER, area=area)
    assert not may_read_profile(area, reader(person))


def test_a_place_in_a_group_opens_no_area(area: Area) -> None:
    person = add_member(make_group(), UserFactory())
    assert not may_read_profile(area, reader(person))


@pytest.mark.parametrize("role", [role for role in Role if role not in {Role.OWNER}])
def test_in_the_whole_hub_administrators_alone_read_every_area(area: Area, role: Role) -> None:
    assert may_read_profile(area, holding(role)) == (role is Role.ADMINISTRATOR)


def test_a_stranger_reads_nothing(area: Area) -> None:
    assert not may_read_profile(area, ANONYMOUS)


def test_a_lead_speaks_for_the_area(area: Area) -> None:
    assert may_state(area, reader(lead_of(area)))


def test_a_lead_by_password_alone_speaks_for_nobody(area: Area) -> None:
    assert not may_state(area, reader(lead_of(area), second_factor=False))


def test_a_lead_speaks_for_no_area_inside_or_around(area: Area) -> None:
    lead = reader(lead_of(area))
    around = AreaFactory()
    Area.objects.filter(pk=area.pk).update(parent=around)
    assert not may_state(AreaFactory(parent=area), lead)
    assert not may_state(around, lead)


@pytest.mark.parametrize("role", [Role.PRACTITIONER, Role.ANALYST, Role.TRAINER, Role.MODERATOR])
def test_nobody_else_of_the_area_speaks_for_it(area: Area, role: Role) -> None:
    assert not may_state(area, holding(role, area))


def test_a_lead_of_an_organisation_speaks_for_no_area(area: Area) -> None:
    person = with_role(UserFactory(), Role.LEAD, organisation=OrganisationFactory(area=area))
    assert not may_state(area, reader(person))


def test_whoever_may_state_may_read(area: Area) -> None:
    assert may_read_profile(area, reader(lead_of(area)))


def test_ones_own_areas_are_the_innermost_first() -> None:
    around = AreaFactory(name="A force")
    inside = AreaFactory(name="B town", parent=around)
    assert own_areas(reader(practitioner_in(inside))) == [inside, around]
