"""Screens of working groups: outside, inside, looking after one, and what goes wrong there."""

from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone

from hub.access.enums import Role
from hub.groups.enums import Joining
from hub.groups.models import Invitation, WorkingGroup
from hub.groups.services import close_group, invite
from tests.factories.groups import add_member, asks, make_group, practitioner, private_group
from tests.factories.people import with_role
from tests.gates.people import NEWCOMER, newcomer, person
from tests.gates.screens import Screen, sent

OWNER, MEMBER, OUTSIDER = "practitioner", "lead", "learner"


def group_screens() -> Iterator[Screen]:
    newcomer()
    yield Screen("/groups/", NEWCOMER)
    with_role(person(OWNER), Role.PRACTITIONER)
    ask = make_group(owner=person(OWNER), name="Money and mules")
    add_member(ask, person(MEMBER), ends_on=timezone.localdate() + timedelta(days=5))
    add_member(ask, ends_on=timezone.localdate() + timedelta(days=400))
    yield from outside_screens(ask)
    yield from inside_screens(ask)
    yield from owner_screens(ask)
    yield from administrator_screens(ask)


def outside_screens(ask: WorkingGroup) -> Iterator[Screen]:
    """Every way in, open and shut, and the list once each of them is there."""
    others = {joining: make_group(joining=joining) for joining in Joining}
    for group in (ask, *others.values(), make_group(practitioners_only=True)):
        yield Screen(group.get_absolute_url(), OUTSIDER)
    waiting = others[Joining.ASK]
    asks(waiting, person("moderator"))
    yield Screen(waiting.get_absolute_url(), "moderator")
    yield Screen("/groups/", "moderator")
    yield Screen(f"/groups/{ask.slug}/ask/", OUTSIDER)
    yield sent(f"/groups/{ask.slug}/ask/", OUTSIDER)
    yield sent(f"/groups/{ask.slug}/ask/", OUTSIDER, reason="Ring me on 07700 900123.")
    yield from invited_screens(ask)


def invited_screens(ask: WorkingGroup) -> Iterator[Screen]:
    """An invitation that can be accepted, one that can't be yet, and one that ran out."""
    owner = person(OWNER)
    for group in (ask, private_group(is_sensitive=True), make_group()):
        offer = invite(group=group, email=person(OUTSIDER).email, by=owner)
        yield Screen(offer.get_absolute_url(), OUTSIDER)
    Invitation.objects.filter(pk=offer.pk).update(expires_at=timezone.now())
    yield Screen("/groups/", OUTSIDER)


def inside_screens(group: WorkingGroup) -> Iterator[Screen]:
    for page in ("", "members/", "confirm/", "leave/"):
        yield Screen(f"/groups/{group.slug}/{page}", MEMBER)


def owner_screens(group: WorkingGroup) -> Iterator[Screen]:
    """Looking after a group with something on every list, and one with nothing."""
    asked = asks(group)
    invite(group=group, email="colleague@agency.example", by=person(OWNER))
    place = group.places.filter(role=Role.MEMBER)[0]
    pages = ("", "members/", "members/due/", "requests/", "invitations/", "change/")
    quiet = private_group(owner=person(OWNER), is_sensitive=True)
    for page in pages:
        yield Screen(f"/groups/{group.slug}/{page}", OWNER)
        yield Screen(f"/groups/{quiet.slug}/{page}", OWNER)
    forms = (f"requests/{asked.pk}/refuse/", f"members/{place.pk}/remove/")
    for form in forms:
        yield Screen(f"/groups/{group.slug}/{form}", OWNER)
        yield sent(f"/groups/{group.slug}/{form}", OWNER)
    yield sent(f"/groups/{group.slug}/invitations/", OWNER, email="nobody")
    yield sent(f"/groups/{group.slug}/change/", OWNER, name="", purpose="", is_private="on")
    yield sent(f"/groups/{group.slug}/leave/", OWNER)


def administrator_screens(group: WorkingGroup) -> Iterator[Screen]:
    closed = close_group(group=make_group(), by=person("admin"), reason="It's done.")
    lost = make_group(owner=practitioner())
    lost.places.update(starts_on="2020-01-01", ends_on="2020-02-01")
    yield Screen("/groups/", "admin")
    yield Screen(closed.get_absolute_url(), "admin")
    yield Screen(group.get_absolute_url(), "admin")
    yield Screen(f"/groups/{lost.slug}/members/", "admin")
    yield Screen(f"/groups/{group.slug}/close/", "admin")
    yield sent(f"/groups/{group.slug}/close/", "admin")
    yield Screen("/groups/start/", "admin")
    yield sent("/groups/start/", "admin")
