import pytest

from hub.access.enums import Role
from hub.access.models import AuditRecord
from hub.groups.enums import Decision, Joining
from hub.groups.models import JoinRequest
from hub.groups.refusals import Refused
from hub.groups.services import approve_request, ask_to_join, refuse_request, withdraw_request
from hub.notices.models import Notice
from tests.factories.groups import add_member, asks, make_group, owner_of, place_in, practitioner
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


def test_the_owners_are_told_at_once_that_somebody_asks() -> None:
    group = make_group()
    asks(group)
    notice = Notice.objects.get(person=owner_of(group))
    assert (notice.category, notice.url) == ("task", f"/groups/{group.slug}/requests/")
    assert notice.email_due_at is not None


def test_a_second_request_is_the_first() -> None:
    group, person = make_group(), practitioner()
    assert asks(group, person) == asks(group, person)
    assert Notice.objects.filter(person=owner_of(group)).count() == 1


@pytest.mark.parametrize("joining", [Joining.OPEN, Joining.INVITATION])
def test_people_ask_only_where_asking_is_the_way(joining: Joining) -> None:
    with pytest.raises(Refused):
        asks(make_group(joining=joining))
    assert not JoinRequest.objects.exists()


def test_who_could_not_be_let_in_cannot_ask() -> None:
    group = make_group(practitioners_only=True)
    with pytest.raises(Refused):
        ask_to_join(group=group, person=UserFactory(), reason="Please.")
    assert not JoinRequest.objects.exists()


def test_who_is_in_it_cannot_ask() -> None:
    group = make_group()
    with pytest.raises(Refused):
        asks(group, add_member(group))
    assert not JoinRequest.objects.exists()


def test_approving_lets_them_in_and_tells_them() -> None:
    group, person = make_group(), practitioner()
    asked = approve_request(asked=asks(group, person), by=owner_of(group))
    assert (asked.decision, asked.decided_by) == (Decision.APPROVED, owner_of(group))
    assert place_in(group, person).role == Role.MEMBER
    assert Notice.objects.get(person=person).text == f"You're in “{group.name}”"
    assert AuditRecord.objects.filter(action="group.request_approved").exists()


def test_refusing_tells_them_why_and_lets_nobody_in() -> None:
    group, person = make_group(), practitioner()
    refuse_request(asked=asks(group, person), by=owner_of(group), answer="We're full.")
    assert not group.places.filter(person=person).exists()
    assert Notice.objects.get(person=person).detail == "We're full."
    assert AuditRecord.objects.get(action="group.request_refused").reason == "We're full."


def test_what_is_decided_is_not_decided_again() -> None:
    group, person = make_group(), practitioner()
    asked = asks(group, person)
    refuse_request(asked=asked, by=owner_of(group), answer="We're full.")
    with pytest.raises(Refused):
        approve_request(asked=asked, by=owner_of(group))
    assert not group.places.filter(person=person).exists()


def test_what_was_taken_back_is_not_approved() -> None:
    group, person = make_group(), practitioner()
    asked = asks(group, person)
    withdraw_request(group=group, person=person)
    with pytest.raises(Refused):
        approve_request(asked=asked, by=owner_of(group))
    assert not group.places.filter(person=person).exists()


def test_whose_verification_lapsed_meanwhile_is_not_approved() -> None:
    group, person = make_group(practitioners_only=True), practitioner()
    asked = asks(group, person)
    person.memberships.all().delete()
    with pytest.raises(Refused):
        approve_request(asked=asked, by=owner_of(group))
    asked.refresh_from_db()
    assert asked.decision == Decision.WAITING
