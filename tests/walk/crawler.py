"""Follows every link of the hub that one person can see."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urldefrag

from django.test import Client

HREF = re.compile(r'(?:href|src)="(/(?!/)[^"]*)"')
# The CMS has addresses without end; its own test asks for those that name a closed page.
LEFT_ALONE = ("/static/", "/accounts/", "/cms/")
MOST_PAGES = 400
MOST_FILTERS = 2


def walk(client: Client, starts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Address and text of every page within reach by GET, each once.

    Raises AssertionError when a page fails, or when the walk has no end.
    """
    waiting, seen = list(starts), set()
    while waiting:
        address = urldefrag(waiting.pop().replace("&amp;", "&"))[0]
        if address in seen or address.startswith(LEFT_ALONE) or is_deep(address):
            continue
        seen.add(address)
        assert len(seen) < MOST_PAGES, "the walk has no end"
        response = client.get(address, follow=True)
        assert response.status_code < 500, address
        if "text/html" not in response.get("Content-Type", ""):
            body = b"".join(response) if response.streaming else response.content
            yield address, body.decode(errors="replace")
            continue
        text = response.content.decode()
        yield address, text
        waiting += HREF.findall(text)


def is_deep(address: str) -> bool:
    """A list with several filters holds nothing that it doesn't hold with fewer."""
    return address.count("&") >= MOST_FILTERS
