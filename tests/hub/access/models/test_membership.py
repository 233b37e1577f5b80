from datetime import date

import pytest
from django.contrib.auth.models import Group
from django.db import IntegrityError

from hub.access.enums import Role
from hub.access.models import Membership
from tests.factories.people import AreaFactory, OrganisationFactory, UserFactory, with_role

pytestmark = pytest.mark.django_db


def test_the_database_refuses_two_scopes() -> None:
    organisation = OrganisationFactory()
    with pytest.raises(IntegrityError):
        with_role(UserFactory(), Role.LEAD, area=organisation.area, organisation=organisation)


@pytest.mark.parametrize("other", ["area", "organisation"])
def test_the_database_refuses_a_group_beside_another_scope(other: str) -> None:
    scope = {"area": AreaFactory, "organisation": OrganisationFactory}[other]()
    group = Group.objects.create(name="Pilot readers")
    with pytest.raises(IntegrityError):
        with_role(UserFactory(), Role.MEMBER, group=group, **{other: scope})


def test_the_database_refuses_a_power_over_the_hub_held_in_a_group() -> None:
    with pytest.raises(IntegrityError):
        with_role(UserFactory(), Role.AUTHOR, group=Group.objects.create(name="Pilot readers"))


def test_the_database_refuses_an_owner_of_no_group() -> None:
    with pytest.raises(IntegrityError):
        with_role(UserFactory(), Role.OWNER)


def test_the_database_refuses_an_end_before_the_start() -> None:
    with pytest.raises(IntegrityError):
        with_role(UserFactory(), Role.LEAD, starts_on=date(2026, 2, 1), ends_on=date(2026, 1, 31))


def test_roles_in_the_hub_are_those_without_a_scope() -> None:
    with_role(UserFactory(), Role.LEAD, area=AreaFactory())
    with_role(UserFactory(), Role.LEAD, organisation=OrganisationFactory())
    person = with_role(UserFactory(), Role.LEAD)
    assert Membership.objects.in_hub().get().person == person
