"""Every page of the demonstration that a person can reach, as each kind of person."""

import re
from collections import Counter
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from django.core import mail

from tests.demo_site import fill
from tests.gates.people import client_of
from tests.gates.screens import STRANGER
from tests.walk.crawler import Visit, visits
from tests.walk.markup import Markup

ROOT = Path(__file__).resolve().parents[2]
PEOPLE = [STRANGER, "learner", "practitioner", "author", "moderator"]
STARTS = ["/", "/help-now/", "/learning/", "/account/", "/account/notices/", "/search/?q=county"]
# The CMS is Wagtail's, and files of the front end are asked for by the browser tests.
ELSEWHERE = ("/static/", "/cms/")
SITE = "testserver"
MOST_PAGES = 1500
# Addresses that differ in a value alone: the form to ask about each page, each word searched for.
ALIKE = 3
# Where "Exit this page" leads: it has to be about nothing.
EXIT = "https://www.bbc.co.uk/weather"
PLACEHOLDER = re.compile(r"\b(lorem|ipsum|todo|tbc|tba|tbd|fixme|x{3,})\b", re.IGNORECASE)

# The demonstration is kept as a file of SQLite, so that each person's walk need not load it anew.
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.sqlite_only]
Walk = dict[str, Visit]


@pytest.fixture(scope="module")
def walks() -> dict[str, Walk]:
    """Each person's walk, kept for the tests that judge it: walking takes the time."""
    return {}


@pytest.fixture(params=PEOPLE, ids=lambda who: who or "stranger")
def walk(
    request: pytest.FixtureRequest,
    transactional_db: None,
    demo_snapshot: Path,
    walks: dict[str, Walk],
) -> Walk:
    if request.param not in walks:
        fill(demo_snapshot)
        # What loading it sent is read by nobody, and a copy that is brought back sends nothing.
        mail.outbox.clear()
        walks[request.param] = reached_by(request.param)
    return walks[request.param]


def reached_by(who: str) -> Walk:
    found = visits(client_of(who), STARTS, left_alone=ELSEWHERE, most=MOST_PAGES, most_alike=ALIKE)
    return {visit.address: visit for visit in found}


def pages(walk: Walk) -> dict[str, Markup]:
    return {address: visit.page for address, visit in walk.items() if visit.page}


def test_no_link_is_dead(walk: Walk) -> None:
    dead = [f"{v.address} on {v.found_on}: {v.status}" for v in walk.values() if v.status != 200]
    assert dead == [], "\n".join(dead)


def test_every_link_to_a_part_of_a_page_finds_it(walk: Walk) -> None:
    known = pages(walk)
    lost = [
        f"{link} on {address}"
        for address, page in known.items()
        for link in page.links
        if (target := urldefrag(urljoin(address, link))).fragment
        and target.url in known
        and target.fragment not in known[target.url].ids
    ]
    assert lost == [], "\n".join(lost)


def test_no_page_holds_words_that_only_keep_a_place(walk: Walk) -> None:
    unfinished = [
        f"{found[0]} on {address}"
        for address, page in pages(walk).items()
        if (found := PLACEHOLDER.search(page.text))
    ]
    assert unfinished == [], "\n".join(unfinished)


def says_what_it_is(page: Markup) -> bool:
    """What is marked says nothing of itself where previews of a link would show it."""
    return bool(page.description) or "OFFICIAL-SENSITIVE" in page.text


def test_every_page_says_once_what_it_is(walk: Walk) -> None:
    unsaid = [
        f"{address}: {page.headings} h1, title {page.title!r}, description {page.description!r}"
        for address, page in pages(walk).items()
        if page.headings != 1 or not says_what_it_is(page) or page.title.startswith("-")
    ]
    assert unsaid == [], "\n".join(unsaid)


def test_no_id_is_on_a_page_twice(walk: Walk) -> None:
    twice = [
        f"{name} on {address}"
        for address, page in pages(walk).items()
        for name, count in Counter(page.ids).items()
        if count > 1
    ]
    assert twice == [], "\n".join(twice)


def test_every_link_to_elsewhere_is_safe_and_from_a_source(walk: Walk) -> None:
    sources = EXIT + "".join(
        file.read_text(encoding="utf-8")
        for folder in ("hub/demo/content", "templates")
        for file in (ROOT / folder).rglob("*.*")
        if file.suffix in {".yaml", ".html"}
    )
    strange = {
        f"{link} on {address}"
        for address, page in pages(walk).items()
        for link in page.links
        if leads_away(link) and (urlsplit(link).scheme != "https" or link not in sources)
    }
    assert strange == set(), "\n".join(sorted(strange))


def leads_away(link: str) -> bool:
    """Raises ValueError for an address that can't be read."""
    parts = urlsplit(link)
    return parts.scheme not in {"", "mailto", "tel", "data"} or parts.netloc not in {"", SITE}
