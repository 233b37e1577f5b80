"""What a person follows, as cards of what they may still read."""

from collections.abc import Iterable
from dataclasses import dataclass

from hub.access.readers import Reader
from hub.access.registry import Card
from hub.notices.models import Subscription
from hub.notices.readable import known_kind


@dataclass(frozen=True, slots=True)
class Followed:
    """A subscription, and its thing's card; no card where the reader may not see the thing."""

    subscription: Subscription
    card: Card | None


def followed_things(subscriptions: Iterable[Subscription], reader: Reader) -> list[Followed]:
    """Keeps the order. A query for each kind, none for each row."""
    rows = list(subscriptions)
    cards: dict[tuple[str, int], Card] = {}
    for name in {row.kind for row in rows}:
        kind = known_kind(name)
        if kind is None:
            continue
        ids = [row.object_id for row in rows if row.kind == name]
        things = kind.readable(reader).filter(pk__in=ids)
        cards |= {(name, thing.pk): kind.card(thing) for thing in things}
    return [Followed(row, cards.get((row.kind, row.object_id))) for row in rows]
