"""Which provisions a page of ours is about: by its address of the official text, and its label.

One page may be about several sections: its address names the first, its label all of them.
"""

import re
from dataclasses import dataclass

from hub.legislation.citations import Span, number, spans_of_label
from hub.legislation.clml.addresses import address_of

SPANNED = {"section", "article"}


@dataclass(frozen=True, slots=True)
class Scope:
    """`part` may be empty where only spans say which."""

    item: str
    part: str
    spans: tuple[Span, ...]

    def covers(self, path: str, within: str) -> bool:
        if self.part and any(is_in(one, self.part) for one in (path, within)):
            return True
        unit, _, rest = path.partition("/")
        if not self.spans or "/" in rest or not rest:
            return False
        found = number(rest)
        return any(span.unit == unit and span.first <= found <= span.last for span in self.spans)


def is_in(path: str, whole: str) -> bool:
    return path == whole or path.startswith(f"{whole}/")


def scope_of(official_url: str, label: str) -> Scope | None:
    """None for a page without an address of the official text."""
    address = address_of(official_url)
    if address is None:
        return None
    spans = tuple(span for span in spans_of_label(label) if span.unit in SPANNED)
    return Scope(address.item, address.provision, spans)


def order_of(path: str) -> tuple[bool, list[tuple[int, str]]]:
    """Schedules after sections, 9 before 10 and 45 before 45A."""
    pieces = re.findall(r"\d+|[^\d/]+", path)
    steps = [(int(piece), "") if piece.isdecimal() else (0, piece) for piece in pieces]
    return path.startswith("schedule"), steps
