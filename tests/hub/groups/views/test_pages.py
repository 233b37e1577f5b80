"""What people do on the pages of groups, and what the pages say."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from hub.access.enums import Role
from hub.groups.enums import Joining
from hub.groups.models import Invitation, WorkingGroup
from hub.groups.services import invite
from hub.groups.ticks import call_for_owners, remind
from hub.notices.models import Notice
from hub.users.models import User
from tests.factories.groups import (
    add_member,
    administrator,
    asks,
    lead,
    make_group,
    owner_of,
    place_in,
    practitioner,
)
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db

As = Callable[..., Client]


def text(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_somebody_joins_an_open_group(as_person: As) -> None:
    group, person = make_group(joining=Joining.OPEN), practitioner()
    as_person(person).post(f"/groups/{group.slug}/join/")
    assert place_in(group, person).role == Role.MEMBER


def test_who_may_not_come_in_is_told_why(as_person: As) -> None:
    group = make_group(joining=Joining.OPEN, practitioners_only=True)
    client = as_person(UserFactory())
    assert "This group is for verified practitioners" in text(client, f"/groups/{group.slug}/")
    answer = client.post(f"/groups/{group.slug}/join/", follow=True)
    assert "This group is for verified practitioners." in answer.content.decode()


def test_asking_needs_a_reason(as_person: As) -> None:
    group = make_group()
    answer = as_person(practitioner()).post(f"/groups/{group.slug}/ask/", {"reason": ""})
    assert "Say in a sentence why" in answer.content.decode()
    assert not group.requests.exists()


def test_asking_waits_and_can_be_taken_back(as_person: As) -> None:
    group = make_group()
    client, page = as_person(practitioner()), f"/groups/{group.slug}/"
    client.post(f"{page}ask/", {"reason": "I work on it."})
    assert "You asked to join on" in text(client, page)
    client.post(f"{page}ask/withdraw/")
    assert not group.requests.waiting().exists()


def test_what_may_name_a_person_is_asked_about(as_person: As) -> None:
    group = make_group()
    sent = {"reason": "Ring me on 07700 900123."}
    as_person(practitioner()).post(f"/groups/{group.slug}/ask/", sent)
    assert not group.requests.exists()


def test_an_owner_lets_somebody_in(as_person: As) -> None:
    group, person = make_group(), practitioner()
    asked = asks(group, person)
    as_person(owner_of(group)).post(f"/groups/{group.slug}/requests/{asked.pk}/approve/")
    assert place_in(group, person)


def test_an_owner_says_no_with_a_reason(as_person: As) -> None:
    group = make_group()
    asked, client = asks(group), as_person(owner_of(group))
    address = f"/groups/{group.slug}/requests/{asked.pk}/refuse/"
    client.post(address, {"reason": ""})
    asked.refresh_from_db()
    assert asked.decision == "waiting"
    client.post(address, {"reason": "We're full."})
    asked.refresh_from_db()
    assert asked.decision == "refused"


def test_the_second_of_two_owners_is_told_that_it_is_decided(as_person: As) -> None:
    group = make_group()
    asked, client = asks(group), as_person(owner_of(group))
    address = f"/groups/{group.slug}/requests/{asked.pk}/approve/"
    client.post(address)
    assert "answered already" in client.post(address, follow=True).content.decode()


def test_one_click_confirms(as_person: As) -> None:
    group = make_group()
    person = add_member(group, ends_on=timezone.localdate() + timedelta(days=3))
    client = as_person(person)
    assert "Are you still in this group?" in text(client, f"/groups/{group.slug}/")
    client.post(f"/groups/{group.slug}/confirm/")
    assert place_in(group, person).ends_on == group.confirmed_until()


def test_looking_at_the_reminder_confirms_nothing(as_person: As) -> None:
    group, soon = make_group(), timezone.localdate() + timedelta(days=3)
    person = add_member(group, ends_on=soon)
    as_person(person).get(f"/groups/{group.slug}/confirm/")
    assert place_in(group, person).ends_on == soon


def test_owners_see_who_has_not_confirmed(as_person: As) -> None:
    group = make_group()
    late = add_member(group, ends_on=timezone.localdate() + timedelta(days=3))
    early = add_member(group, ends_on=timezone.localdate() + timedelta(days=300))
    page = text(as_person(owner_of(group)), f"/groups/{group.slug}/members/due/")
    assert (late.name in page, early.name in page) == (True, False)


def test_a_reminder_comes_once_and_again_after_a_week() -> None:
    group = make_group()
    person = add_member(group, ends_on=timezone.localdate() + timedelta(days=10))
    assert (remind(), remind()) == ("1 reminded", "0 reminded")
    notice = Notice.objects.get(person=person)
    assert (notice.category, notice.url) == ("task", f"/groups/{group.slug}/confirm/")
    Notice.objects.update(created_at=timezone.now() - timedelta(days=8))
    assert remind() == "1 reminded"


def test_nobody_is_reminded_long_before() -> None:
    add_member(make_group(), ends_on=timezone.localdate() + timedelta(days=15))
    assert remind() == "0 reminded"


def test_administrators_hear_of_a_group_without_an_owner(as_person: As) -> None:
    group, person = make_group(), administrator()
    assert call_for_owners() == "0 told"
    group.places.update(ends_on=timezone.localdate() - timedelta(days=1), starts_on="2020-01-01")
    assert (call_for_owners(), call_for_owners()) == ("1 told", "0 told")
    assert "Without an owner" in text(as_person(person, mfa=True), "/groups/")


def test_an_administrator_appoints_an_owner(as_person: As) -> None:
    group = make_group()
    person = add_member(group)
    place = place_in(group, person)
    address = f"/groups/{group.slug}/members/{place.pk}/owner/"
    as_person(administrator(), mfa=True).post(address)
    assert person.pk in group.owner_ids


def test_a_lead_starts_a_group(as_person: As) -> None:
    person = lead()
    sent = {"name": "Ardale", "purpose": "To share.", "joining": "ask", "is_sensitive": "on"}
    as_person(person, mfa=True).post("/groups/start/", sent)
    group = WorkingGroup.objects.get()
    assert (group.owner_ids, group.practitioners_only) == ([person.pk], True)


def test_a_private_group_that_people_could_ask_into_is_refused(as_person: As) -> None:
    sent = {"name": "Ardale", "purpose": "To share.", "joining": "ask", "is_private": "on"}
    page = as_person(lead(), mfa=True).post("/groups/start/", sent).content.decode()
    assert "People come into a private group by invitation" in page
    assert not WorkingGroup.objects.exists()


def test_who_is_invited_finds_it_in_the_list_and_accepts(as_person: As) -> None:
    group, person = make_group(joining=Joining.INVITATION), practitioner()
    invitation = invite(group=group, email=person.email, by=owner_of(group))
    client = as_person(person)
    assert invitation.get_absolute_url() in text(client, "/groups/")
    client.post(invitation.get_absolute_url())
    assert place_in(group, person)


@pytest.mark.parametrize("change", ["another person", "unconfirmed", "wrong code"])
def test_an_invitation_is_nothing_to_anybody_else(as_person: As, change: str) -> None:
    group, person = make_group(), practitioner()
    invitation = invite(group=group, email=person.email, by=owner_of(group))
    address = invitation.get_absolute_url()
    if change == "another person":
        person = practitioner()
    elif change == "unconfirmed":
        person.emailaddress_set.update(verified=False)
    else:
        address = f"/groups/invitations/{'0' * 32}/"
    client = as_person(person)
    assert (client.get(address).status_code, client.post(address).status_code) == (404, 404)
    assert Invitation.objects.usable().count() == 1


def test_an_invitation_that_ran_out_says_so(as_person: As) -> None:
    group, person = make_group(), practitioner()
    invitation = invite(group=group, email=person.email, by=owner_of(group))
    Invitation.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    client = as_person(person)
    assert "can't be used any more" in text(client, invitation.get_absolute_url()).replace(
        "&#x27;", "'"
    )
    client.post(invitation.get_absolute_url())
    assert not group.places.filter(person=person).exists()


def test_an_invitation_says_nothing_of_whether_the_address_is_known(as_person: As) -> None:
    group = make_group()
    member, client = add_member(group), as_person(owner_of(group))
    for email in (member.email, "nobody@agency.example"):
        answer = client.post(f"/groups/{group.slug}/invitations/", {"email": email}, follow=True)
        assert "The invitation is on its way." in answer.content.decode()
    assert Invitation.objects.count() == 2


@pytest.mark.parametrize("page", ["", "members/", "requests/", "invitations/", "members/due/"])
def test_the_number_of_queries_does_not_grow(
    as_person: As, page: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    group = make_group()
    for _number in range(12):
        add_member(group, ends_on=timezone.localdate() + timedelta(days=3))
        asks(group)
        invite(group=group, email=practitioner().email, by=owner_of(group))
    client = as_person(owner_of(group))
    with django_assert_max_num_queries(16):
        assert client.get(f"/groups/{group.slug}/{page}").status_code == 200


def test_the_list_costs_the_same_however_many_groups(as_person: As) -> None:
    person = practitioner()
    client = as_person(person)
    assert cost_of_list(client, person) == cost_of_list(client, person)


def cost_of_list(client: Client, person: User) -> int:
    """Queries of the list with a few groups more of every sort than before."""
    for joining in Joining:
        add_member(make_group(joining=joining), person)
        make_group(joining=joining)
        asks(make_group(), person)
        invite(group=make_group(), email=person.email, by=person)
    with CaptureQueriesContext(connection) as queries:
        assert client.get("/groups/").status_code == 200
    return len(queries)
