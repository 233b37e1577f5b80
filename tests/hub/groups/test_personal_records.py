import pytest
from django.utils import timezone

from hub.access.personal_data import record_named
from hub.groups.models import Invitation, JoinRequest
from hub.groups.services import invite, refuse_request
from tests.factories.groups import asks, make_group, owner_of, practitioner

pytestmark = pytest.mark.django_db


def test_people_take_what_they_asked_along_and_it_ends_with_the_account() -> None:
    person = practitioner()
    asks(make_group(), person)
    record = record_named("join_requests")
    assert [row["reason"] for row in record.export(person)] == ["I work on it."]
    record.end(person)
    assert not JoinRequest.objects.exists()


def test_an_invitation_belongs_to_who_has_the_address_and_names_no_group() -> None:
    person, group = practitioner(), make_group(name="Quernstone")
    invite(group=group, email=person.email, by=owner_of(group))
    record = record_named("invitations")
    rows = list(record.export(person))
    assert [row["email"] for row in rows] == [person.email]
    assert "Quernstone" not in str(rows)
    record.end(person)
    assert not Invitation.objects.exists()


def test_a_decision_stays_without_who_decided() -> None:
    group = make_group()
    asked = refuse_request(asked=asks(group), by=owner_of(group), answer="We're full.")
    record_named("join_decisions").end(owner_of(group))
    asked.refresh_from_db()
    assert (asked.decision, asked.decided_by) == ("refused", None)


def test_the_purge_leaves_what_waits() -> None:
    group = make_group()
    asks(group)
    decided = refuse_request(asked=asks(group), by=owner_of(group), answer="We're full.")
    record = record_named("join_requests")
    assert record.purge is not None
    assert record.purge(timezone.now()) == 1
    assert not JoinRequest.objects.filter(pk=decided.pk).exists()
