import pytest
from django.contrib.auth.models import Group

from hub.access.enums import STAFF_ROLES, Role
from hub.access.groups import group_for_area, group_for_token, sync_groups, token_of_group
from hub.access.models import GroupToken
from hub.access.tokens import agency_token, area_token, lead_token, role_token
from hub.users.models import User
from tests.factories.people import (
    AreaFactory,
    OrganisationFactory,
    UserFactory,
    in_group,
    with_role,
)

pytestmark = pytest.mark.django_db


def tokens(person: User) -> set[str]:
    return set(GroupToken.objects.filter(group__user=person).values_list("token", flat=True))


def test_groups_follow_a_membership_as_it_comes_and_goes() -> None:
    person = with_role(UserFactory(), Role.AUTHOR)
    assert tokens(person) == {role_token(Role.AUTHOR)}
    person.memberships.get().delete()
    assert tokens(person) == set()


def test_an_area_gives_the_groups_of_the_areas_above() -> None:
    top = AreaFactory()
    low = AreaFactory(parent=top)
    person = with_role(UserFactory(), Role.PRACTITIONER, area=low)
    assert {area_token(top.pk), area_token(low.pk)} <= tokens(person)


@pytest.mark.parametrize("role", sorted(STAFF_ROLES))
def test_a_staff_role_in_one_area_or_organisation_gives_no_power_over_the_cms(role: Role) -> None:
    in_area = with_role(UserFactory(), role, area=AreaFactory())
    at_work = with_role(UserFactory(), role, organisation=OrganisationFactory())
    assert role_token(role) not in tokens(in_area) | tokens(at_work)


def test_a_role_without_powers_gives_its_group_from_any_scope() -> None:
    person = with_role(UserFactory(), Role.PRACTITIONER, area=AreaFactory())
    assert role_token(Role.PRACTITIONER) in tokens(person)


def test_a_derived_group_that_nobody_earned_is_taken_away() -> None:
    person = UserFactory()
    person.groups.add(GroupToken.objects.get(token=role_token(Role.ADMINISTRATOR)).group)
    sync_groups(person)
    assert tokens(person) == set()


def test_a_free_group_follows_its_membership() -> None:
    person = in_group(UserFactory(), "Pilot readers")
    assert person.groups.get().name == "Pilot readers"
    person.memberships.get().delete()
    assert not person.groups.exists()


def test_a_free_group_without_a_membership_is_taken_away() -> None:
    person = UserFactory()
    person.groups.add(Group.objects.create(name="Pilot readers"))
    sync_groups(person)
    assert not person.groups.exists()


def test_an_area_has_a_group_of_its_leads() -> None:
    area = AreaFactory(name="Ardale")
    person = with_role(UserFactory(), Role.LEAD, area=area)
    assert lead_token(area.pk) in tokens(person)
    assert GroupToken.objects.get(token=lead_token(area.pk)).group.name == "Leads in Ardale"


def test_an_agency_type_has_a_group_of_its_people() -> None:
    organisation = OrganisationFactory()
    person = with_role(UserFactory(), Role.PRACTITIONER, organisation=organisation)
    assert agency_token(organisation.agency_type_id) in tokens(person)


def test_a_new_area_has_its_group_at_once() -> None:
    area = AreaFactory(name="Ardale")
    group = GroupToken.objects.get(token=area_token(area.pk)).group
    assert group.name == "Everyone in Ardale"


def test_a_renamed_area_renames_its_group() -> None:
    area = AreaFactory(name="Ardale")
    before = group_for_area(area).pk
    area.name = "Ardale Borough"
    area.save()
    group = Group.objects.get(pk=before)
    assert group.name == "Everyone in Ardale Borough"


def test_two_areas_of_one_name_have_two_groups() -> None:
    first, second = AreaFactory(name="Ardale"), AreaFactory(name="Ardale")
    assert group_for_area(first).pk != group_for_area(second).pk


def test_a_token_never_takes_over_a_free_group_of_the_same_name() -> None:
    """Its members would gain whatever the token opens."""
    free = Group.objects.create(name="Everyone in Ardale")
    assert group_for_token("area:999", "Everyone in Ardale").pk != free.pk


def test_a_group_without_a_token_stands_for_itself() -> None:
    group = Group.objects.create(name="Pilot readers")
    assert token_of_group(group) == f"group:{group.pk}"
