from datetime import date

import pytest
from django.db import IntegrityError

from hub.access.enums import Role
from hub.access.models import Membership
from tests.factories.people import AreaFactory, OrganisationFactory, UserFactory, with_role

pytestmark = pytest.mark.django_db


def test_the_database_refuses_two_scopes() -> None:
    organisation = OrganisationFactory()
    with pytest.raises(IntegrityError):
        with_role(UserFactory(), Role.LEAD, area=organisation.area, organisation=organisation)


def test_the_database_refuses_an_end_before_the_start() -> None:
    with pytest.raises(IntegrityError):
        with_role(UserFactory(), Role.LEAD, starts_on=date(2026, 2, 1), ends_on=date(2026, 1, 31))


def test_roles_in_the_hub_are_those_without_a_scope() -> None:
    with_role(UserFactory(), Role.LEAD, area=AreaFactory())
    with_role(UserFactory(), Role.LEAD, organisation=OrganisationFactory())
    person = with_role(UserFactory(), Role.LEAD)
    assert Membership.objects.in_hub().get().person == person
