"""Working groups of every sort, with the rows that hang on them; addresses name both."""

from hub.groups.enums import Joining
from hub.groups.models import WorkingGroup
from hub.groups.services import close_group, invite
from hub.users.models import User
from tests.factories.groups import add_member, asks, make_group, owner_of, private_group
from tests.factories.people import UserFactory
from tests.matrix.relations import JOINED, MISSING, NO_ID, OPEN, OVER, OWN, PRIVATE, Things

ROWS = ("place in a group", "request to join", "invitation to a group")


def shared_groups() -> Things:
    groups = {
        OPEN: make_group(),
        f"{OPEN}: open": make_group(joining=Joining.OPEN),
        f"{OPEN}: by invitation": make_group(joining=Joining.INVITATION),
        f"{OPEN}: sensitive": make_group(is_sensitive=True),
        PRIVATE: private_group(),
        OVER: make_group(),
    }
    named = {name: rows_of(group) for name, group in groups.items()}
    close_group(group=groups[OVER], by=UserFactory(), reason="Done.")
    one_slug, to_ask = groups[OPEN].slug, (OPEN, OVER)
    return {
        "group": {name: group.slug for name, group in groups.items()} | {MISSING: "nowhere"},
        "group to ask": {name: groups[name].slug for name in to_ask}
        | {
            f"{MISSING}: open": groups[f"{OPEN}: open"].slug,
            f"{MISSING}: by invitation": groups[f"{OPEN}: by invitation"].slug,
            f"{MISSING}: private": groups[PRIVATE].slug,
        },
        **{
            kind: {name: f"{groups[name].slug} {found[kind]}" for name, found in named.items()}
            | {MISSING: f"{one_slug} {NO_ID}"}
            for kind in ROWS
        },
    }


def own_groups(person: User) -> Things:
    """A group that the person owns, and one that they are in; rows of each, and rows swapped."""
    groups = {OWN: make_group(owner=person), JOINED: make_group()}
    add_member(groups[JOINED], person)
    named = {name: rows_of(group) for name, group in groups.items()}
    joined, mine = named[JOINED], groups[OWN].slug
    return {
        "group": {name: group.slug for name, group in groups.items()},
        "group to ask": {f"{MISSING}: {name}": group.slug for name, group in groups.items()},
        **{
            kind: {name: f"{groups[name].slug} {found[kind]}" for name, found in named.items()}
            | {f"{MISSING}: of another group": f"{mine} {joined[kind]}"}
            for kind in ROWS
        },
    }


def rows_of(group: WorkingGroup) -> dict[str, int]:
    """Numbers of a member's place, of a request and of an invitation."""
    member = add_member(group)
    place = group.places.get(person=member)
    asked = asks(group) if group.joining == Joining.ASK else group.requests.create(person=member)
    sent = invite(group=group, email="somebody@agency.example", by=owner_of(group))
    return dict(zip(ROWS, (place.pk, asked.pk, sent.pk), strict=True))
