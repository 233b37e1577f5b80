"""Two owners, one request; two owners who both leave. On a real database file."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from hub.groups.enums import Joining
from hub.groups.refusals import Refused
from hub.groups.services import (
    accept_invitation,
    approve_request,
    invite,
    join_group,
    leave_group,
    make_owner,
    refuse_request,
)
from hub.notices.models import Notice
from tests.factories.groups import (
    add_member,
    asks,
    make_group,
    owner_of,
    place_in,
    practitioner,
)

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*works: Callable[[], object]) -> list[str]:
    """Lets all go together; for each, "done" or "refused"."""
    gate = Barrier(len(works))

    def run(work: Callable[[], object]) -> str:
        try:
            gate.wait(timeout=30)
            work()
        except Refused:
            return "refused"
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(len(works)) as pool:
        return sorted(pool.map(run, works))


def test_two_owners_decide_one_request_once() -> None:
    group, person = make_group(), practitioner()
    owner, other = owner_of(group), add_member(group)
    make_owner(group=group, place=place_in(group, other), by=owner)
    asked = asks(group, person)
    told = at_once(
        lambda: approve_request(asked=asked, by=owner),
        lambda: refuse_request(asked=asked, by=other, answer="We're full."),
    )
    asked.refresh_from_db()
    assert told == ["done", "refused"]
    assert group.places.filter(person=person).exists() == (asked.decision == "approved")
    assert Notice.objects.filter(person=person).count() == 1


def test_two_owners_who_leave_at_once_leave_one_behind() -> None:
    group = make_group()
    owner, other = owner_of(group), add_member(group)
    make_owner(group=group, place=place_in(group, other), by=owner)
    told = at_once(
        lambda: leave_group(group=group, person=owner),
        lambda: leave_group(group=group, person=other),
    )
    assert told == ["done", "refused"]
    assert len(group.owner_ids) == 1


def test_joining_many_times_gives_one_place() -> None:
    group, person = make_group(joining=Joining.OPEN), practitioner()
    at_once(*[lambda: join_group(group=group, person=person)] * 10)
    assert group.places.filter(person=person).count() == 1


def test_an_invitation_works_once_however_often_it_is_pressed() -> None:
    group, person = make_group(), practitioner()
    invitation = invite(group=group, email=person.email, by=owner_of(group))
    told = at_once(*[lambda: accept_invitation(invitation=invitation, person=person)] * 6)
    assert (told.count("done"), group.places.filter(person=person).count()) == (1, 1)
