"""Whose learning somebody answers for."""

import pytest

from courses.scope import scope_of
from hub.access.enums import Role
from hub.access.readers import reader_for
from hub.users.models import User
from tests.factories.cohorts import in_days, learner_at_work_in, learner_in
from tests.factories.people import (
    AreaFactory,
    OrganisationFactory,
    UserFactory,
    in_group,
    with_role,
)

pytestmark = pytest.mark.django_db


def led_by(lead: User) -> set[User]:
    return set(scope_of(reader_for(lead)).people())


def test_a_lead_of_an_area_leads_those_of_it_and_of_the_areas_inside() -> None:
    force = AreaFactory()
    inside = AreaFactory(parent=force)
    people = {learner_in(force), learner_in(inside), learner_at_work_in(inside)}
    lead = with_role(UserFactory(), Role.LEAD, area=force)
    assert led_by(lead) == people | {lead}


def test_a_lead_of_an_area_leads_nobody_beside_or_above_it() -> None:
    force = AreaFactory()
    area = AreaFactory(parent=force)
    learner_in(force)
    learner_in(AreaFactory(parent=force))
    learner_at_work_in(AreaFactory())
    lead = with_role(UserFactory(), Role.LEAD, area=area)
    assert led_by(lead) == {lead}


def test_a_lead_of_an_organisation_leads_its_people_only() -> None:
    area = AreaFactory()
    work, other = OrganisationFactory(area=area), OrganisationFactory(area=area)
    colleague = with_role(UserFactory(), Role.PRACTITIONER, organisation=work)
    with_role(UserFactory(), Role.PRACTITIONER, organisation=other)
    learner_in(area)
    lead = with_role(UserFactory(), Role.LEAD, organisation=work)
    assert led_by(lead) == {lead, colleague}


@pytest.mark.parametrize("role", [Role.LEAD, Role.TRAINER])
def test_a_role_in_the_whole_hub_leads_nobody(role: Role) -> None:
    learner_in(AreaFactory())
    assert led_by(with_role(UserFactory(), role)) == set()


def test_a_trainer_of_an_area_leads_its_people() -> None:
    area = AreaFactory()
    person = learner_in(area)
    assert person in led_by(with_role(UserFactory(), Role.TRAINER, area=area))


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.LEAD, Role.TRAINER, Role.OWNER}))
def test_no_other_role_leads(role: Role) -> None:
    area = AreaFactory()
    learner_in(area)
    assert led_by(with_role(UserFactory(), role, area=area)) == set()


def test_without_a_second_step_the_role_counts_for_nothing() -> None:
    lead = with_role(UserFactory(), Role.LEAD, area=AreaFactory())
    assert not scope_of(reader_for(lead, second_factor=False))


def test_whoever_left_the_area_is_led_no_more() -> None:
    area = AreaFactory()
    with_role(UserFactory(), Role.MEMBER, area=area, ends_on=in_days(-1))
    lead = with_role(UserFactory(), Role.LEAD, area=area)
    assert led_by(lead) == {lead}


def test_a_closed_account_is_led_no_more() -> None:
    area = AreaFactory()
    gone = learner_in(area)
    User.objects.filter(pk=gone.pk).update(is_active=False)
    lead = with_role(UserFactory(), Role.LEAD, area=area)
    assert led_by(lead) == {lead}


def test_a_place_in_a_working_group_puts_nobody_into_an_area() -> None:
    area = AreaFactory()
    in_group(UserFactory(), "Panel")
    lead = with_role(UserFactory(), Role.LEAD, area=area)
    assert led_by(lead) == {lead}
