"""Who is in a group, until when, and that somebody always looks after it."""

from datetime import date, timedelta

import pytest
import time_machine
from django.utils import timezone

from hub.access.enums import Role
from hub.access.models import AuditRecord, Membership
from hub.access.readers import reader_for
from hub.access.services import end_membership
from hub.access.tokens import group_token
from hub.groups.enums import Joining
from hub.groups.refusals import Refused
from hub.groups.services import (
    change_group,
    close_group,
    confirm_place,
    invite,
    join_group,
    leave_group,
    make_owner,
    remove_member,
    start_group,
    step_down,
)
from hub.notices.models import Notice
from hub.users.models import User
from tests.factories.groups import (
    add_member,
    asks,
    make_group,
    owner_of,
    place_in,
    practitioner,
)
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db

ABOUT = {"name": "Ardale", "purpose": "To share.", "joining": Joining.ASK}


def holds_token(person: User, group) -> bool:
    return group_token(group.group_id) in reader_for(person).tokens


def test_whoever_starts_a_group_owns_it() -> None:
    person = practitioner()
    group = start_group(by=person, **ABOUT)
    assert (group.owner_ids, holds_token(person, group)) == ([person.pk], True)
    assert AuditRecord.objects.filter(action="group.started", person_id=person.pk).exists()


def test_a_group_for_practitioners_is_started_by_one() -> None:
    with pytest.raises(Refused):
        start_group(by=UserFactory(), **ABOUT, practitioners_only=True)


@pytest.mark.parametrize(("is_sensitive", "days"), [(False, 365), (True, 91)])
def test_a_place_lasts_a_year_or_a_quarter(is_sensitive: bool, days: int) -> None:
    group = make_group(is_sensitive=is_sensitive)
    assert place_in(group, owner_of(group)).ends_on == timezone.localdate() + timedelta(days=days)


def test_a_place_that_nobody_confirmed_ends_by_itself() -> None:
    group, person = make_group(joining=Joining.OPEN), practitioner()
    join_group(group=group, person=person)
    last = place_in(group, person).ends_on
    with time_machine.travel(last, tick=False):
        assert holds_token(person, group)
    with time_machine.travel(last + timedelta(days=1), tick=False):
        assert not holds_token(person, group)


def test_confirming_counts_from_the_day() -> None:
    group, person = make_group(), practitioner()
    add_member(group, person, ends_on=timezone.localdate())
    confirm_place(group=group, person=person)
    assert place_in(group, person).ends_on == group.confirmed_until()


def test_nobody_confirms_a_place_that_ended() -> None:
    group = make_group()
    person = add_member(group, ends_on=timezone.localdate() - timedelta(days=1))
    with pytest.raises(Refused):
        confirm_place(group=group, person=person)
    assert not holds_token(person, group)


def test_people_join_only_open_groups_by_themselves() -> None:
    person = practitioner()
    with pytest.raises(Refused):
        join_group(group=make_group(joining=Joining.ASK), person=person)
    assert not Membership.objects.filter(person=person, role=Role.MEMBER).exists()


def test_a_place_in_a_group_for_practitioners_needs_one() -> None:
    group = make_group(joining=Joining.OPEN, practitioners_only=True)
    with pytest.raises(Refused):
        join_group(group=group, person=UserFactory())


def test_such_a_place_lasts_no_longer_than_the_verification() -> None:
    soon = timezone.localdate() + timedelta(days=30)
    group, person = (
        make_group(joining=Joining.OPEN, practitioners_only=True),
        practitioner(ends_on=soon),
    )
    join_group(group=group, person=person)
    assert place_in(group, person).ends_on == soon


def test_such_a_place_ends_at_once_with_the_verification() -> None:
    group = make_group(practitioners_only=True)
    person, by = add_member(group), UserFactory()
    end_membership(
        membership=Membership.objects.get(person=person, organisation__isnull=False), by=by
    )
    assert not holds_token(person, group)


def test_a_place_in_a_group_for_everyone_outlives_the_verification() -> None:
    group = make_group()
    person = add_member(group)
    end_membership(
        membership=Membership.objects.get(person=person, organisation__isnull=False),
        by=UserFactory(),
    )
    assert holds_token(person, group)


def test_stricter_rules_count_for_those_inside() -> None:
    group, outsider = make_group(), UserFactory()
    add_member(group, outsider)
    member = add_member(group)
    change_group(group=group, by=owner_of(group), **ABOUT, is_sensitive=True)
    group.refresh_from_db()
    assert not holds_token(outsider, group)
    assert place_in(group, member).ends_on == group.confirmed_until()


def test_the_last_owner_cannot_leave_step_down_or_be_removed() -> None:
    group = make_group()
    owner = owner_of(group)
    add_member(group)
    place = place_in(group, owner)
    for act in (
        lambda: leave_group(group=group, person=owner),
        lambda: step_down(group=group, place=place, by=owner),
        lambda: remove_member(group=group, place=place, by=UserFactory(), reason="x"),
    ):
        with pytest.raises(Refused):
            act()
    assert group.owner_ids == [owner.pk]


def test_an_owner_hands_over_and_leaves() -> None:
    group = make_group()
    owner, heir = owner_of(group), add_member(group)
    make_owner(group=group, place=place_in(group, heir), by=owner)
    leave_group(group=group, person=owner)
    assert (group.owner_ids, holds_token(owner, group)) == ([heir.pk], False)


def test_an_owner_whose_account_is_closed_counts_as_none() -> None:
    group = make_group()
    owner, heir = owner_of(group), add_member(group)
    make_owner(group=group, place=place_in(group, heir), by=owner)
    heir.is_active = False
    heir.save()
    with pytest.raises(Refused):
        leave_group(group=group, person=owner)


def test_stepping_down_keeps_the_place_and_its_end() -> None:
    group = make_group()
    owner, heir = owner_of(group), add_member(group, ends_on=date(2099, 1, 1))
    make_owner(group=group, place=place_in(group, heir), by=owner)
    step_down(group=group, place=place_in(group, heir), by=owner)
    place = place_in(group, heir)
    assert (place.role, place.ends_on) == (Role.MEMBER, date(2099, 1, 1))


def test_who_is_removed_loses_the_token_at_once_and_is_told_why() -> None:
    group = make_group()
    person = add_member(group)
    remove_member(
        group=group, place=place_in(group, person), by=owner_of(group), reason="Moved on."
    )
    assert not holds_token(person, group)
    assert Notice.objects.get(person=person).detail == "Moved on."
    assert AuditRecord.objects.filter(action="membership.ended", reason="Moved on.").exists()


def test_a_place_that_ended_meanwhile_is_not_changed() -> None:
    group = make_group()
    person = add_member(group)
    place = place_in(group, person)
    leave_group(group=group, person=person)
    with pytest.raises(Refused):
        make_owner(group=group, place=place, by=owner_of(group))
    assert not holds_token(person, group)


def test_closing_ends_every_place_request_and_invitation() -> None:
    group = make_group()
    owner, person = owner_of(group), add_member(group)
    asked = asks(group)
    close_group(group=group, by=UserFactory(), reason="Done.")
    asked.refresh_from_db()
    assert not group.places.exists()
    assert (asked.decision, asked.answer) == ("refused", "The group was closed.")
    assert not any(holds_token(someone, group) for someone in (owner, person))


def test_nobody_comes_into_a_closed_group() -> None:
    group = make_group(joining=Joining.OPEN)
    close_group(group=group, by=UserFactory(), reason="Done.")
    with pytest.raises(Refused):
        join_group(group=group, person=practitioner())


def test_invitations_end_with_the_verification_of_who_sent_them() -> None:
    group = make_group(practitioners_only=True, joining=Joining.INVITATION)
    owner = add_member(group)
    invitation = invite(group=group, by=owner, email="new@agency.example")
    end_membership(
        membership=Membership.objects.get(person=owner, organisation__isnull=False),
        by=UserFactory(),
    )
    invitation.refresh_from_db()
    assert invitation.withdrawn_at is not None
