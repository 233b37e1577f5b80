"""The addresses of other sites that a page names: in its texts, its blocks and its fields."""

import html
import re
from collections.abc import Iterator
from typing import Any

from django.db.models import URLField
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

LINK = re.compile(r'<a\b[^<>]*?\bhref="(https?://[^"]+)"', re.IGNORECASE)
ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
LONGEST = 2000


def web_addresses(page: Page) -> list[str]:
    """Each once, in the order of the page's fields, without what follows a #."""
    found = (
        address.partition("#")[0]
        for field in page._meta.concrete_fields
        if isinstance(field, StreamField | RichTextField | URLField)
        for text in texts_of(field, page)
        for address in in_text(text)
    )
    return list(dict.fromkeys(address for address in found if len(address) <= LONGEST))


def texts_of(field: Any, page: Page) -> Iterator[str]:
    value = field.value_from_object(page)
    if isinstance(field, StreamField):
        yield from strings(value.get_prep_value())
    else:
        yield value or ""


def strings(stored: Any) -> Iterator[str]:
    """Every text in the stored form of a stream."""
    if isinstance(stored, str):
        yield stored
    elif isinstance(stored, dict):
        for value in stored.values():
            yield from strings(value)
    elif isinstance(stored, list):
        for value in stored:
            yield from strings(value)


def in_text(text: str) -> Iterator[str]:
    """The text itself, where it is an address and nothing else, or what its links lead to."""
    if ADDRESS.fullmatch(text.strip()):
        yield text.strip()
    else:
        yield from (html.unescape(found) for found in LINK.findall(text))
