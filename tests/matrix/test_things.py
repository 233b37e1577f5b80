"""Every thing that the policy names is made, in each relation that its line tells apart."""

import pytest

from tests.architecture.address_policy import POLICY, PREFIXES, Who
from tests.factories.people import UserFactory
from tests.matrix.relations import (
    CLOSED,
    JOINED,
    MISSING,
    OPEN,
    OVER,
    OWN,
    PRIVATE,
    relation_of,
)
from tests.matrix.things import World, things_of

# What a kind needs at least, so that each side of the line is asked for.
TOLD_APART: dict[Who, set[str]] = {
    Who.OWNER: {OWN, OPEN},
    Who.ASKER: {OWN, OPEN, CLOSED},
    Who.APPROVERS: {OWN, OPEN, CLOSED},
    Who.MODERATORS: {OPEN, CLOSED},
    Who.LED: {OPEN, CLOSED},
    Who.IN_GROUP: {OWN, JOINED, OPEN, PRIVATE, OVER},
    Who.GROUP_MEMBERS: {OWN, JOINED, OPEN, PRIVATE, OVER},
    Who.GROUP_OWNERS: {OWN, JOINED, OPEN, PRIVATE, OVER},
}
# Things that are for some and closed to others; an agency, a signed link, a word of an address, and
# what has a feed for everyone are neither.
CLOSED_TO_SOME = {Who.READERS, Who.PROGRAMS, Who.SIGNED_IN_READERS}
NEVER_CLOSED = {"agency", "activity", "kind of file", "kind of thread", "open space", "open thread"}
NEVER_CLOSED |= {"kind that leaves", "theme", "theme and kind"}


@pytest.mark.django_db
def test_every_thing_that_the_policy_names_is_made_in_each_relation(world: World) -> None:
    made = things_of(world, UserFactory())
    lacking = {}
    for address, line in (POLICY | PREFIXES).items():
        found = {relation_of(thing) for thing in made.get(line.thing, {})} - {MISSING}
        needed = TOLD_APART.get(line.who, {OPEN})
        if line.thing and needed - found:
            lacking[address] = needed - found
    assert lacking == {}


@pytest.mark.django_db
def test_what_is_read_by_its_rule_is_made_closed_too(world: World) -> None:
    kinds = {line.thing for line in (POLICY | PREFIXES).values() if line.who in CLOSED_TO_SOME}
    closed = {
        kind
        for kind, named in world.shared.items()
        if {CLOSED, PRIVATE, OVER} & set(map(relation_of, named))
    }
    assert kinds - NEVER_CLOSED - closed == set()
