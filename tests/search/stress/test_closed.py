"""No channel of search tells of what is closed, whatever the engine has heard of it by then."""

from collections.abc import Callable, Iterator

import pytest
from django.conf import settings as live
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings
from wagtail.models import PageViewRestriction

from hub.guidance.models import GuidancePage
from hub.notices.models import Notice
from search.alerts import tell_of_new
from search.engines.current import outside
from search.engines.elastic import current
from search.engines.elastic.indices import live_indices
from search.query.words import speller
from search.saving import save_search
from search.sync.rebuilding import rebuild_index
from search.sync.shipping import ship
from tests.canaries.asking_search import NONSENSE, answers
from tests.canaries.people import ALWAYS, Visitor
from tests.canaries.test_nobody_hears_them import found_by_search
from tests.canaries.world import make_world
from tests.factories import pages
from tests.factories.people import UserFactory, sign_in
from tests.search.stress.interrupting import Interruptions, interruptions, kill

__all__ = ["interruptions"]

pytestmark = pytest.mark.django_db

LURE, WORD, SHARED = "nightjar", "qvortex", "heather"
# The place of the misspelt word among the shapes.
MISSPELT = 2


@pytest.fixture(
    autouse=True, params=["database", pytest.param("elastic", marks=pytest.mark.sqlite_only)]
)
def _engine(request: pytest.FixtureRequest, settings: Settings) -> Iterator[None]:
    """Both engines; what Elasticsearch doesn't answer itself is no proof."""
    settings.HUB_RATE_LIMITS = dict.fromkeys(live.HUB_RATE_LIMITS, "1000000/s/ip")
    speller.forget()
    if request.param == "elastic":
        request.getfixturevalue("indices")
    yield
    assert current.breaker.pause == 0


@pytest.fixture
def opened() -> GuidancePage:
    return pages.guidance(title=f"Where {SHARED} grows", summary="Heaths.")


@pytest.fixture
def closing(opened: GuidancePage) -> GuidancePage:
    """The engine has heard of it as a page for everybody."""
    page = pages.guidance(
        title=f"{LURE} {WORD} {SHARED}",
        summary=f"{WORD} {SHARED}",
        body=[("paragraph", f"<p>{LURE} {WORD}.</p>")],
        themes=["mapping"],
        first_published_at=timezone.now(),
    )
    tell()
    return page


def tell() -> None:
    if outside():
        ship()


def rebuild() -> None:
    if outside():
        rebuild_index(live_indices())


def channels(client: Client, opened: GuidancePage) -> dict[str, str]:
    """What each answers to a search for the lure, or for what both pages share."""
    cache.clear()
    addresses = {
        "results": f"/search/?q={LURE}",
        "filtered": f"/search/?q={LURE}&theme=mapping&kind=guidance",
        "suggestions": f"/search/suggest/?q={LURE[:5]}",
        "feed": f"/search/feed/?q={LURE}",
        "more like this": f"/search/similar/guidance/{opened.pk}/",
        "before asking": f"/search/before-asking/?title={SHARED}",
    }
    return {name: client.get(address).content.decode() for name, address in addresses.items()}


def said(client: Client, word: str, how: str) -> list[str]:
    """Spelling believes the rows: where they are wrong, it still knows a word of theirs."""
    asked = answers(client, word)
    return asked[:MISSPELT] + asked[MISSPELT + 1 :] if CLOSING[how] is unheard else asked


def close(page: GuidancePage) -> None:
    pages.restrict(page, Group.objects.get_or_create(name="Insiders")[0])


def unheard(page: GuidancePage, _interruptions: Interruptions) -> None:
    """By SQL that sends no signal: the rows say what the index says, and both are wrong."""
    PageViewRestriction.objects.bulk_create(
        [PageViewRestriction(page=page.page_ptr, restriction_type=PageViewRestriction.GROUPS)]
    )


def mark(page: GuidancePage) -> None:
    pages.mark_sensitive(page)


def close_in_a_rebuild(page: GuidancePage, interruptions: Interruptions) -> None:
    """Between what was read for the new index and the moment in which that index is read."""
    with interruptions.after(4, lambda: close(page)):
        rebuild()
    if not outside():
        close(page)


def close_in_a_killed_rebuild(page: GuidancePage, interruptions: Interruptions) -> None:
    def close_and_die() -> None:
        close(page)
        kill()

    with interruptions.after(8, close_and_die):
        rebuild()
    if not outside():
        close(page)


CLOSING: dict[str, Callable[[GuidancePage, Interruptions], object]] = {
    "a moment ago": lambda page, _: close(page),
    "and the engine has heard of it": lambda page, _: (close(page), tell()),
    "and neither rows nor engine have heard": unheard,
    "by a marking": lambda page, _: mark(page),
    "by being taken offline": lambda page, _: page.unpublish(),
    "by being deleted": lambda page, _: page.delete(),
    "during a rebuild": close_in_a_rebuild,
    "during a rebuild that was killed": close_in_a_killed_rebuild,
}


def test_as_long_as_it_is_open_each_channel_tells_of_it(
    closing: GuidancePage, opened: GuidancePage
) -> None:
    silent = [name for name, text in channels(Client(), opened).items() if WORD not in text]
    assert silent == []


@pytest.mark.parametrize("how", CLOSING)
def test_no_channel_tells_of_what_was_closed(
    how: str, closing: GuidancePage, opened: GuidancePage, interruptions: Interruptions
) -> None:
    person = UserFactory()
    saved = save_search(person=person, name="Birds", query=f"q={LURE}")
    type(saved).objects.update(seen_up_to=0)
    CLOSING[how](closing, interruptions)
    for client in (Client(), sign_in(Client(), person)):
        told = [name for name, text in channels(client, opened).items() if WORD in text]
        assert told == []
        assert said(client, LURE, how) == said(client, NONSENSE, how)
    tell_of_new()
    assert not Notice.objects.filter(person=person, text__contains=WORD).exists()


@pytest.mark.parametrize(
    "visitor",
    [*ALWAYS[:1], *(pytest.param(one, marks=pytest.mark.deep) for one in ALWAYS[1:])],
    ids=lambda visitor: visitor.name,
)
def test_nobody_hears_a_canary_by_search(visitor: Visitor) -> None:
    if not outside():
        pytest.skip("tests/canaries ask the database")
    world = make_world()
    tell()
    found = found_by_search(visitor, visitor.client(world), world)
    assert found == [], "\n" + "\n".join(found)
