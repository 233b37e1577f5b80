"""Leads, the people they lead, cohorts and what they are asked to do."""

import datetime

from django.test import Client
from django.utils import timezone

from courses.models import Assignment, Cohort, CohortMember, CoursePage
from hub.access.enums import Role
from hub.taxonomy.models import Area
from hub.users.models import User
from tests.factories.people import (
    AreaFactory,
    OrganisationFactory,
    UserFactory,
    sign_in,
    with_role,
)


def in_days(days: int) -> datetime.date:
    return timezone.localdate() + datetime.timedelta(days=days)


def lead_of(area: Area, role: Role = Role.LEAD) -> User:
    return with_role(UserFactory(), role, area=area)


def as_lead_of(area: Area, role: Role = Role.LEAD, *, mfa: bool = True) -> Client:
    return sign_in(Client(), lead_of(area, role), mfa=mfa)


def learner_in(area: Area, **fields: str) -> User:
    return with_role(UserFactory(**fields), Role.MEMBER, area=area)


def learner_at_work_in(area: Area, agency_type: object = None, **fields: str) -> User:
    given = {"agency_type": agency_type} if agency_type else {}
    work = OrganisationFactory(area=area, **given)
    return with_role(UserFactory(**fields), Role.PRACTITIONER, organisation=work)


def make_cohort(area: Area | None = None, *people: User, **fields: object) -> Cohort:
    area = area or AreaFactory()
    given = {"name": "New starters", "keeper": UserFactory(name="Helen Keeps")} | fields
    cohort = Cohort.objects.create(area=area, **given)
    for person in people:
        CohortMember.objects.create(cohort=cohort, person=person)
    return cohort


def asked(course: CoursePage, to: Cohort | User, days: int = 20, **fields: object) -> Assignment:
    whom = {"cohort": to} if isinstance(to, Cohort) else {"person": to}
    return Assignment.objects.create(course=course, due_on=in_days(days), **whom, **fields)
