"""Follows every link of the hub that one person can see."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import parse_qs, urldefrag, urljoin, urlsplit

from django.http import HttpResponse
from django.test import Client

from tests.walk.markup import Markup, read

# The CMS has addresses without end; its own test asks for those that name a closed page.
# What stands on paper is asked for in tests/canaries/, which can read it.
LEFT_ALONE = ("/static/", "/accounts/", "/cms/", "/pages/")
MOST_PAGES = 600
MOST_FILTERS = 2
# Every thing of a kind has one, as every word searched for has its results.
OF_EACH = re.compile(
    r"(/search/similar/\w+/|/useful/|/pages/)\d+/(?:pdf/|rests-on/)?$|/interventions/[\w-]+(/fit/)$"
)
# Here `page` in the query names a page of the knowledge base, and no page of a list.
ABOUT_A_PAGE = "/learning/record/add/"


@dataclass(frozen=True, slots=True)
class Visit:
    """What an address answered, and the address that led there. `page` is None for files."""

    address: str
    found_on: str
    status: int
    text: str
    page: Markup | None


def walk(client: Client, starts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Address and text of every page within reach by GET, each once.

    Raises AssertionError when a page fails, or when the walk has no end.
    """
    for visit in visits(client, starts):
        yield visit.address, visit.text


def visits(
    client: Client,
    starts: Iterable[str],
    *,
    left_alone: tuple[str, ...] = LEFT_ALONE,
    most: int = MOST_PAGES,
    most_alike: int | None = None,
) -> Iterator[Visit]:
    """Every address within reach by GET, each once, in no order that matters.

    With `most_alike`, only so many addresses are asked for that differ in a value of their query,
    or in the thing that they are about; all pages of a list are.

    Raises AssertionError as `walk` does.
    """
    waiting, seen, asked = [(start, "") for start in starts], set[str](), 0
    alike = Counter[tuple[str, frozenset[str]]]()
    while waiting:
        link, found_on = waiting.pop()
        address = urldefrag(link)[0]
        if address in seen or address.startswith(left_alone) or is_deep(address):
            continue
        seen.add(address)
        alike[shape(address)] += 1
        if most_alike and is_alike(address) and alike[shape(address)] > most_alike:
            continue
        asked += 1
        assert asked < most, "the walk has no end"
        response = client.get(address, follow=True)
        assert response.status_code < 500, address
        visit = visit_of(address, found_on, response)
        yield visit
        if visit.page:
            here = response.request["PATH_INFO"]
            waiting += [(link, address) for link in internal(visit.page.links, here)]


def visit_of(address: str, found_on: str, response: HttpResponse) -> Visit:
    is_page = "text/html" in response.get("Content-Type", "")
    body = b"".join(response) if response.streaming else response.content
    text = body.decode(errors="replace")
    return Visit(address, found_on, response.status_code, text, read(text) if is_page else None)


def internal(links: Iterable[str], here: str) -> Iterator[str]:
    """Links to the site itself, whole, as seen from the page at `here`."""
    for link in links:
        parts = urlsplit(link)
        if not parts.scheme and not parts.netloc:
            yield urljoin(here, link)


def shape(address: str) -> tuple[str, frozenset[str]]:
    """The address without the values of its query, but for the page of a list."""
    parts = urlsplit(address)
    query, path = parse_qs(parts.query), OF_EACH.sub(r"\1\2", parts.path)
    place = [] if path.startswith(ABOUT_A_PAGE) else query.get("page", [])
    return path + "".join(place), frozenset(query)


def is_alike(address: str) -> bool:
    return "?" in address or bool(OF_EACH.match(address))


def is_deep(address: str) -> bool:
    """A list with several filters holds nothing that it doesn't hold with fewer."""
    return address.count("&") >= MOST_FILTERS
