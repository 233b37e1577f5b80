"""Related content as a page shows it: by kind, a few in full and the rest by name."""

from collections.abc import Sequence
from dataclasses import dataclass

from hub.access.registry import Card, kind_named
from hub.pages.citations import by_kind

SHOWN_IN_FULL = 3


@dataclass(frozen=True, slots=True)
class RelatedGroup:
    label: str
    icon: str
    first: list[Card]
    rest: list[Card]


def related_groups(cards: Sequence[Card]) -> list[RelatedGroup]:
    """The cards of each kind under its plural. A page of no kind can't be cited, so has none."""
    groups = []
    for name, found in by_kind([card for card in cards if card.kind]).items():
        kind = kind_named(name)
        shown, rest = found[:SHOWN_IN_FULL], found[SHOWN_IN_FULL:]
        groups.append(RelatedGroup(str(kind.plural), kind.icon, shown, rest))
    return groups
