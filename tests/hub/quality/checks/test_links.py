"""Links whose words say nothing, and links that not every reader of the page can follow."""

from functools import partial

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import Page

from hub.quality.enums import FindingKind
from hub.weblinks.models import DEAD_AFTER, WebLink
from tests.factories import pages
from tests.factories.quality import found, said

pytestmark = pytest.mark.django_db
words_in = partial(said, FindingKind.LINK_TEXT)
dead_in = partial(said, FindingKind.DEAD_LINKS)
ADDRESS = "https://one.example/gone"
CLOSED = "A link leads to a page that not all readers of this one can open."


def link(words: str) -> str:
    return f'<p>Read <a href="{ADDRESS}">{words}</a> today.</p>'


@pytest.mark.parametrize("words", ["here", "Click here", "<b>Read more</b>…", "this website."])
def test_words_that_name_nothing_are_named(words: str) -> None:
    (what,) = words_in(link(words))
    assert what.endswith("don't say where the link leads.")


@pytest.mark.parametrize("words", ["", " ", "→"])
def test_a_link_without_words_is_named(words: str) -> None:
    assert words_in(link(words)) == ["A link has no words."]


@pytest.mark.parametrize("words", ["how to ask for help here", "the page of a council", "Heretics"])
def test_words_that_name_something_are_left_in_peace(words: str) -> None:
    assert words_in(link(words)) == []


def test_a_bare_address_is_named() -> None:
    (what,) = words_in(f"See {ADDRESS} for it.")
    assert what == f"“{ADDRESS}” is an address where words could be a link."


def linked(page: Page) -> str:
    return f'<p>See <a linktype="page" id="{page.pk}">what to do</a>.</p>'


def test_a_link_to_a_page_for_everyone_is_left_in_peace() -> None:
    assert dead_in(linked(pages.guidance())) == []


def test_a_link_to_what_is_gone_unpublished_or_closed_says_the_same() -> None:
    gone, draft, closed = (pages.guidance() for _ in range(3))
    gone_link = linked(gone)
    gone.delete()
    draft.unpublish()
    pages.restrict(closed, Group.objects.create(name="Somebody else"))
    assert dead_in(gone_link, linked(draft), linked(closed)) == [CLOSED] * 3


def test_who_may_read_a_closed_page_may_follow_its_links_to_it() -> None:
    group = Group.objects.create(name="Ardale")
    closed, other = pages.guidance(), pages.guidance()
    pages.restrict(closed, group)
    page = pages.guidance(summary="x", body=[("paragraph", linked(closed))])
    pages.restrict(page, group)
    assert found(page, FindingKind.DEAD_LINKS) == []
    pages.restrict(other, Group.objects.create(name="Brookvale"))
    page.body = [("paragraph", linked(other))]
    assert [finding.what for finding in found(page, FindingKind.DEAD_LINKS)] == [CLOSED]


def failed(times: int) -> None:
    row = WebLink.objects.create(url=ADDRESS)
    for _ in range(times):
        row.heard("it isn't there any more (404)", timezone.now())


def test_what_the_sweep_found_dead_is_named_with_its_reason() -> None:
    failed(DEAD_AFTER)
    (what,) = dead_in(link("the report"))
    assert ADDRESS in what
    assert "it isn't there any more (404)" in what


def test_a_site_that_was_away_for_a_night_is_left_in_peace() -> None:
    failed(DEAD_AFTER - 1)
    assert dead_in(link("the report")) == []
