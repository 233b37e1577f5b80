from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from hub.access.enums import Role
from hub.access.readers import ANONYMOUS, reader_for
from hub.access.tokens import (
    MEMBER,
    PRACTITIONER,
    PUBLIC,
    area_token,
    group_token,
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
    assert reader.tokens == {PUBLIC, MEMBER}
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
    assert reader_for(person).tokens == {PUBLIC, MEMBER}


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


def test_an_organisation_gives_its_own_token_only() -> None:
    organisation = OrganisationFactory()
    tokens = reader_for(
        with_role(UserFactory(), Role.PRACTITIONER, organisation=organisation)
    ).tokens
    assert organisation_token(organisation.pk) in tokens
    assert area_token(organisation.area_id) not in tokens


def test_a_free_group_gives_its_token() -> None:
    person = in_group(UserFactory(), "Pilot readers")
    assert group_token(person.groups.get().pk) in reader_for(person).tokens


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


def test_a_reader_costs_three_queries_however_many_memberships(
    django_assert_num_queries: object,
) -> None:
    person = UserFactory()
    for _ in range(5):
        with_role(person, Role.PRACTITIONER, area=AreaFactory(parent=AreaFactory()))
    with django_assert_num_queries(3):
        reader_for(person)
