"""What areas say of themselves, and the people who say and read it."""

from datetime import date

from django.test import Client
from django.utils import timezone

from hub.access.enums import Role
from hub.interventions.conditions import Condition, Presence
from hub.interventions.models import AreaStatement
from hub.interventions.services import mark_of, state_condition
from hub.taxonomy.models import Area
from hub.users.models import User
from tests.factories.people import OrganisationFactory, UserFactory, sign_in, with_role


def stated(
    area: Area,
    condition: Condition = Condition.TEAM,
    presence: Presence = Presence.YES,
    *,
    note: str = "",
    as_of: date | None = None,
    by: User | None = None,
) -> AreaStatement:
    return state_condition(
        area=area,
        condition=condition,
        presence=presence,
        note=note,
        as_of=as_of or timezone.localdate(),
        by=by or UserFactory(),
        seen=mark_of(area, condition),
    )


def lead_of(area: Area) -> User:
    return with_role(UserFactory(), Role.LEAD, area=area)


def practitioner_in(area: Area) -> User:
    """Verified at an organisation of the area, as most are."""
    return with_role(UserFactory(), Role.PRACTITIONER, organisation=OrganisationFactory(area=area))


def client_of(person: User, *, mfa: bool = True) -> Client:
    return sign_in(Client(), person, mfa=mfa)
