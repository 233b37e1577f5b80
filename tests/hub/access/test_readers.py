from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.utils import timezone

from hub.access.enums import EVERYDAY_ROLES, GROUP_ROLES, Role
from hub.access.readers import ANONYMOUS, reader_for
from hub.access.services import end_membership
from hub.access.tokens import (
    MEMBER,
    PRACTITIONER,
    PUBLIC,
    SECOND_FACTOR,
    agency_token,
    area_token,
    group_token,
    lead_token,
    organisation_token,
    role_token,
)
from tests.factories.people import (
    AreaFactory,
    OrganisationFactory,
    UserFactory,
    in_group,
    with_role,
)

pytestmark = pytest.mark.django_db

TODAY = date(2026, 6, 15)
DAY = timedelta(days=1)


def test_a_stranger_holds_what_is_public_and_costs_no_query(
    django_assert_num_queries: object,
) -> None:
    with django_assert_num_queries(0):
        reader = reader_for(AnonymousUser())
    assert reader is ANONYMOUS
    assert reader.tokens == {PUBLIC}


def test_a_person_without_a_role_is_a_member() -> None:
    reader = reader_for(UserFactory())
    assert reader.tokens == {PUBLIC, MEMBER, SECOND_FACTOR}
    assert reader.is_signed_in


def test_a_closed_account_holds_no_more_than_a_stranger() -> None:
    person = with_role(UserFactory(is_active=False), Role.AUTHOR)
    assert reader_for(person) == ANONYMOUS


def test_a_role_gives_its_token() -> None:
    assert PRACTITIONER in reader_for(with_role(UserFactory(), Role.PRACTITIONER)).tokens


@pytest.mark.parametrize(
    ("starts", "ends", "counts"),
    [
        (TODAY, None, True),
        (TODAY + DAY, None, False),
        (TODAY - DAY, TODAY, True),
        (TODAY - DAY, TODAY - DAY, False),
        (TODAY, TODAY, True),
        (TODAY - DAY, TODAY + DAY, True),
    ],
)
def test_a_membership_counts_from_its_first_to_its_last_day(
    starts: date, ends: date | None, counts: bool
) -> None:
    person = with_role(UserFactory(), Role.LEAD, starts_on=starts, ends_on=ends)
    assert (role_token(Role.LEAD) in reader_for(person, on=TODAY).tokens) is counts


def test_an_ended_membership_gives_no_area_either() -> None:
    area = AreaFactory()
    yesterday = timezone.localdate() - DAY
    person = with_role(UserFactory(), Role.LEAD, area=area, ends_on=yesterday)
    assert reader_for(person, second_factor=False).tokens == {PUBLIC, MEMBER}


def test_membership_of_an_area_counts_for_those_above() -> None:
    top = AreaFactory()
    middle = AreaFactory(parent=top)
    low = AreaFactory(parent=middle)
    tokens = reader_for(with_role(UserFactory(), Role.PRACTITIONER, area=low)).tokens
    assert {area_token(top.pk), area_token(middle.pk), area_token(low.pk)} <= tokens


def test_membership_of_an_area_never_counts_for_those_below_or_beside() -> None:
    top = AreaFactory()
    middle = AreaFactory(parent=top)
    below, beside = AreaFactory(parent=middle), AreaFactory(parent=top)
    tokens = reader_for(with_role(UserFactory(), Role.PRACTITIONER, area=middle)).tokens
    assert tokens.isdisjoint({area_token(below.pk), area_token(beside.pk)})


def test_an_organisation_gives_its_own_token_its_areas_and_its_agency_types() -> None:
    top = AreaFactory()
    organisation = OrganisationFactory(area=AreaFactory(parent=top))
    tokens = reader_for(
        with_role(UserFactory(), Role.PRACTITIONER, organisation=organisation)
    ).tokens
    assert {
        organisation_token(organisation.pk),
        area_token(organisation.area_id),
        area_token(top.pk),
        agency_token(organisation.agency_type_id),
    } <= tokens


def test_an_organisation_that_works_everywhere_gives_no_area() -> None:
    organisation = OrganisationFactory(area=None)
    person = with_role(UserFactory(), Role.PRACTITIONER, organisation=organisation)
    assert not any(token.startswith("area:") for token in reader_for(person).tokens)


def test_a_free_group_gives_its_token_and_no_role() -> None:
    group = Group.objects.create(name="Pilot readers")
    for role in GROUP_ROLES:
        reader = reader_for(with_role(UserFactory(), role, group=group))
        assert reader.tokens == {PUBLIC, MEMBER, SECOND_FACTOR, group_token(group.pk)}


def test_a_group_left_opens_nothing_the_next_moment() -> None:
    person = in_group(UserFactory(), "Pilot readers")
    row = person.memberships.get()
    end_membership(membership=row, by=person)
    assert group_token(row.group_id) not in reader_for(person).tokens


def test_an_owner_rules_the_own_group_only() -> None:
    own, other = Group.objects.create(name="Own"), Group.objects.create(name="Other")
    person = with_role(with_role(UserFactory(), Role.OWNER, group=own), Role.MEMBER, group=other)
    assert reader_for(person).owns(own.pk)
    assert not reader_for(person).owns(other.pk)


def test_a_lead_of_an_area_is_among_the_leads_of_the_areas_above() -> None:
    top = AreaFactory()
    low = AreaFactory(parent=top)
    beside = AreaFactory(parent=top)
    office = OrganisationFactory(area=low)
    for place in ({"area": low}, {"organisation": office}):
        tokens = reader_for(with_role(UserFactory(), Role.LEAD, **place)).tokens
        assert {lead_token(low.pk), lead_token(top.pk)} <= tokens
    assert lead_token(beside.pk) not in tokens


@pytest.mark.parametrize("role", sorted(set(Role) - EVERYDAY_ROLES))
def test_without_a_second_factor_a_role_above_practitioner_counts_for_nothing(role: Role) -> None:
    area = AreaFactory()
    person = with_role(with_role(UserFactory(), Role.PRACTITIONER, area=area), role, area=area)
    reader = reader_for(person, second_factor=False)
    assert reader.tokens == {PUBLIC, MEMBER, PRACTITIONER, area_token(area.pk)}
    assert not reader.has_role(role, area_id=area.pk)


def test_a_role_in_one_area_gives_no_power_over_another_or_the_hub() -> None:
    here, there = AreaFactory(), AreaFactory()
    reader = reader_for(with_role(UserFactory(), Role.MODERATOR, area=here))
    assert reader.has_role(Role.MODERATOR, area_id=here.pk)
    assert not reader.has_role(Role.MODERATOR, area_id=there.pk)
    assert not reader.has_role(Role.MODERATOR)


def test_a_role_in_an_area_gives_no_power_over_the_area_above() -> None:
    top = AreaFactory()
    reader = reader_for(with_role(UserFactory(), Role.LEAD, area=AreaFactory(parent=top)))
    assert not reader.has_role(Role.LEAD, area_id=top.pk)


def test_a_role_in_the_hub_holds_in_every_area() -> None:
    reader = reader_for(with_role(UserFactory(), Role.MODERATOR))
    assert reader.has_role(Role.MODERATOR, area_id=AreaFactory().pk)


def test_a_role_in_an_organisation_gives_no_power_over_the_hub() -> None:
    person = with_role(UserFactory(), Role.MODERATOR, organisation=OrganisationFactory())
    assert not reader_for(person).has_role(Role.MODERATOR)


def test_a_reader_costs_two_queries_however_many_memberships(
    django_assert_num_queries: object,
) -> None:
    person = UserFactory()
    for _ in range(5):
        with_role(person, Role.PRACTITIONER, area=AreaFactory(parent=AreaFactory()))
    with django_assert_num_queries(2):
        reader_for(person)
