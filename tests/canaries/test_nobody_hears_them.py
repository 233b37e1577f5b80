"""No answer of the hub holds a word of what is closed to the person who asks."""

from collections.abc import Iterator
from random import Random
from urllib.parse import urlencode

import pytest
from django.core.cache import cache
from django.test import Client

from hub.access.registry import kinds
from hub.pages.models import HubPage
from tests.canaries.asking import asked_directly, direct_addresses, reading_lines, walked
from tests.canaries.asking_search import NONSENSE, answers, shapes
from tests.canaries.flock import Circle
from tests.canaries.pages import TYPES
from tests.canaries.people import ALWAYS, INSIDERS, OTHERS, Visitor
from tests.canaries.searches import OPEN_WORDS
from tests.canaries.world import World
from tests.hub.legislation.powers.answering import answered, finder
from tests.matrix.people import on_this_database

pytestmark = pytest.mark.django_db

STARTS = ["/", "/sitemap.xml", "/help-now/", "/forum/", "/groups/", "/learning/", "/account/"]
STARTS += ["/api/v1/items/?limit=100", answered(), finder(exploited="yes")]
STARTS += ["/search/?" + urlencode({"q": OPEN_WORDS})]
# The whole is for `make test-deep`.
ONE_IN = 10
# These words stand in the CMS alone: tests/walk/ asks there.
IN_CMS_ALONE = {Circle.DRAFTS, Circle.NOBODY}
PLACES_IN_CMS = ("collection", "an agency's client", "reason in the record", "title of an image")
# A term shows its definition, and a list of devices says them in its own words.
SHOWN_NOWHERE = (
    "summary of term",
    "device of a session",
    "title of a document, practitioners",
)
# Of these things everybody may know, or the word of the thing is in no answer that names it.
FOR_ALL = {
    "",
    "activity",
    "agency",
    "certificate",
    "kind of file",
    "kind of thread",
    "signed link",
    "search answer",
    "space by key",
    "thread by key",
}


def texts(client: Client, world: World) -> Iterator[tuple[str, str]]:
    cache.clear()
    yield from walked(client, [*STARTS, world.opened.url])
    yield from asked_directly(client, direct_addresses(world))


def overheard(visitor: Visitor, world: World) -> list[str]:
    """What answers and search let this visitor hear, one line each."""
    client = visitor.client(world)
    said = [
        f"{visitor.name}: {canary.place} at {address}"
        for address, text in texts(client, world)
        for canary in world.flock.heard_in(text)
        if canary.circle not in visitor.hears
    ]
    return said + found_by_search(visitor, client, world)


def found_by_search(
    visitor: Visitor, client: Client, world: World, one_in: int = ONE_IN
) -> list[str]:
    """Search says of a closed thing what it says of a word that is nowhere: counts and all."""
    nothing = answers(client, NONSENSE)
    closed = [canary for canary in world.flock.canaries if canary.circle not in visitor.hears]
    return [
        f"{visitor.name}: {canary.place} by {shape}"
        for canary in Random(visitor.name).sample(closed, len(closed) // one_in)
        for shape, said, expected in zip(
            shapes("…"), answers(client, canary.lure), nothing, strict=True
        )
        if said != expected
    ]


def test_nobody_hears_what_is_closed_to_them(world: World) -> None:
    found = {line for visitor in on_this_database(ALWAYS) for line in overheard(visitor, world)}
    assert found == set(), "\n" + "\n".join(sorted(found))


@pytest.mark.deep
@pytest.mark.parametrize("visitor", OTHERS, ids=lambda visitor: visitor.name)
def test_nor_does_anybody_of_another_role(world: World, visitor: Visitor) -> None:
    found = overheard(visitor, world)
    assert found == [], "\n" + "\n".join(found)


@pytest.mark.deep
@pytest.mark.parametrize("visitor", ALWAYS, ids=lambda visitor: visitor.name)
def test_search_tells_of_no_closed_thing_at_all(world: World, visitor: Visitor) -> None:
    found = found_by_search(visitor, visitor.client(world), world, one_in=1)
    assert found == [], "\n" + "\n".join(found)


@pytest.mark.sqlite_only  # about what pages say, not what a database answers
def test_those_whom_it_is_for_hear_each(world: World) -> None:
    """The walk would hear a canary that sang: somebody hears each."""
    heard = {
        canary
        for visitor in INSIDERS
        for _, text in texts(visitor.client(world), world)
        for canary in world.flock.heard_in(text)
    }
    silent = [canary.place for canary in world.flock.canaries if canary not in heard]
    missed = [place for place in silent if not is_in_cms_alone(place, world)]
    assert missed == [], "\n" + "\n".join(missed)


def is_in_cms_alone(place: str, world: World) -> bool:
    circles = {canary.circle for canary in world.flock.canaries if canary.place == place}
    return circles <= IN_CMS_ALONE or place.startswith(PLACES_IN_CMS + SHOWN_NOWHERE)


def test_a_canary_sits_in_every_kind_every_page_type_and_every_thing_of_the_policy(
    world: World,
) -> None:
    """A new kind, page type or address finds this test waiting."""
    made = {page.kind_name for page in world.closed.values() if isinstance(page, HubPage)}
    assert {kind.name for kind in kinds()} - made - set(world.things) == set()
    assert set(TYPES) - set(world.closed) == set()
    named = {line.thing for line in reading_lines().values()}
    assert named - set(world.things) - FOR_ALL == set()
    assert len({canary.word for canary in world.flock.canaries}) == len(world.flock.canaries)
