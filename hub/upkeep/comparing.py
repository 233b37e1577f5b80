"""Two versions of a page side by side, in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from hub.core.word_diff import Piece, word_diff
from hub.pages.models import HubPage


@dataclass(frozen=True, slots=True)
class Compared:
    """A part of the page. It is new or gone where one of the two hasn't got it."""

    heading: str
    pieces: list[Piece]


def compare(before: HubPage, after: HubPage) -> list[Compared]:
    """What differs, in the order of the newer version; what was taken away comes last."""
    old, new = dict(parts(before)), dict(parts(after))
    headings = {key: heading for key, (heading, _text) in (old | new).items()}
    texts = (
        (key, text_of(old, key), text_of(new, key))
        for key in [*new, *(key for key in old if key not in new)]
    )
    return [Compared(headings[key], word_diff(one, two)) for key, one, two in texts if one != two]


Part = tuple[str, str]


def parts(page: HubPage) -> Iterator[tuple[str, Part]]:
    """Each part by a name that both versions share, with its heading and its words."""
    yield " title", (_("Title"), page.title)
    yield " summary", (_("Summary"), page.summary)
    yield " banner", (_("Why it is withdrawn"), page.withdrawn_because)
    for number, section in enumerate(page.sections()):
        name = section.anchor or f" {number}"
        yield name, (section.heading, f"{section.heading}\n{section.text}".strip())


def text_of(known: dict[str, Part], key: str) -> str:
    return known[key][1] if key in known else ""
