from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from hub.access.enums import Role
from hub.access.models import AuditRecord, Membership
from hub.access.readers import reader_for
from hub.access.services import end_membership, grant_membership
from tests.factories.people import AreaFactory, OrganisationFactory, UserFactory, with_role

pytestmark = pytest.mark.django_db


def test_granting_gives_the_role_from_today() -> None:
    person = UserFactory()
    row = grant_membership(person=person, role=Role.LEAD, area=AreaFactory())
    assert row.starts_on == timezone.localdate()
    assert reader_for(person).has_role(Role.LEAD, area_id=row.area_id)


def test_granting_writes_who_granted_what() -> None:
    person, by = UserFactory(), UserFactory()
    row = grant_membership(person=person, role=Role.LEAD, by=by)
    record = AuditRecord.objects.get()
    assert (record.action, record.person_id) == ("membership.granted", by.pk)
    assert record.subject == f"membership {row.pk}"


def test_granting_what_is_held_changes_and_records_nothing() -> None:
    person = UserFactory()
    first = grant_membership(person=person, role=Role.LEAD)
    assert grant_membership(person=person, role=Role.LEAD) == first
    assert AuditRecord.objects.count() == 1


def test_granting_after_an_end_makes_a_new_row() -> None:
    person = UserFactory()
    yesterday = timezone.localdate() - timedelta(days=1)
    with_role(person, Role.LEAD, ends_on=yesterday)
    grant_membership(person=person, role=Role.LEAD)
    assert Membership.objects.filter(person=person).count() == 2


def test_two_scopes_are_refused_and_leave_nothing_behind() -> None:
    organisation = OrganisationFactory()
    with pytest.raises(ValidationError):
        grant_membership(
            person=UserFactory(),
            role=Role.LEAD,
            area=organisation.area,
            organisation=organisation,
        )
    assert not Membership.objects.exists()
    assert not AuditRecord.objects.exists()


def test_ending_counts_from_this_moment_and_keeps_the_row() -> None:
    person = with_role(UserFactory(), Role.LEAD)
    row = end_membership(membership=person.memberships.get(), by=UserFactory(), reason="Left")
    assert not reader_for(person).has_role(Role.LEAD)
    assert Membership.objects.get() == row
    assert AuditRecord.objects.get().reason == "Left"


def test_a_membership_of_today_can_be_ended_today() -> None:
    person = UserFactory()
    row = grant_membership(person=person, role=Role.LEAD)
    end_membership(membership=row, by=UserFactory())
    assert not reader_for(person).has_role(Role.LEAD)
