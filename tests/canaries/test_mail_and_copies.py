"""What leaves the hub by itself: mails at the moment of sending, and the copy of one's own data."""

import io
import zipfile
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from hub.access.enums import Role
from hub.access.registry import kind_named
from hub.groups.sending import send_due_invitations
from hub.mydata.readable import write_zip
from hub.notices.enums import Category
from hub.notices.sending import send_due_notices
from hub.notices.services import notify
from hub.pages.models import HubPage
from hub.users.models import User
from tests.canaries.flock import Canary, Circle
from tests.canaries.people import everywhere
from tests.canaries.world import World, make_world
from tests.factories.people import UserFactory, with_role

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


def tell_of_everything(world: World, people: list[User]) -> None:
    """A notice to each of them about each closed thing, in its own words, as an app would write."""
    things = [(page.kind_name, page) for page in world.closed.values() if isinstance(page, HubPage)]
    threads = kind_named("thread").model.objects.filter(pk__in=world.things["thread"])
    for kind, thing in [*things, *(("thread", thread) for thread in threads)]:
        for category in (Category.REPLY, Category.FOLLOWED):
            notify(
                people=[person.pk for person in people],
                category=category,
                text=f"News of {thing.title}",
                url=kind_named(kind).address(thing),
                kind=kind,
                object_id=thing.pk,
                detail=thing.title,
            )


def send_all_for_days(days: int = 8) -> None:
    for day in range(0, days + 1, 2):
        with time_machine.travel(timezone.now() + timedelta(days=day), tick=False):
            send_due_notices.call()
            send_due_invitations.call()


def heard_by(address: str, world: World) -> set[Canary]:
    sent = [str(letter.message()) for letter in mail.outbox if address in letter.to]
    assert sent == [] or address in sent[0]
    return world.flock.heard_in("\n".join(sent))


def test_no_mail_tells_of_what_its_reader_may_not_know(world: World) -> None:
    outsider = with_role(UserFactory(), Role.PRACTITIONER, area=world.elsewhere)
    insider = everywhere(world)
    tell_of_everything(world, [outsider, insider, world.former])
    send_all_for_days()
    assert heard_by(outsider.email, world) | heard_by(world.former.email, world) == set()
    heard = {canary.circle for canary in heard_by(insider.email, world)}
    assert heard == {Circle.AREA, Circle.GROUP}  # what is marked is in nobody's mail


def test_the_copy_of_ones_data_holds_no_more_than_one_may_know(world: World) -> None:
    target = io.BytesIO()
    write_zip(world.former, timezone.now(), target)
    with zipfile.ZipFile(target) as archive:
        text = "\n".join(archive.read(name).decode() for name in archive.namelist())
    assert "Nobody would miss this." in text
    assert {canary.place for canary in world.flock.heard_in(text)} == set()
