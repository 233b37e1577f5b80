"""What people follow and mute by a button. Each app offers its own things."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise


def anything(_thing: Any) -> bool:
    return True


@dataclass(frozen=True, kw_only=True)
class Offer:
    """`kind` is a kind or a series. `holds` are the things in what may be muted, and their kind."""

    kind: str
    followed: str | Promise
    may_follow: Callable[[Any], bool] = anything
    may_mute: bool = False
    holds: tuple[str, Callable[[Collection[int]], QuerySet]] | None = None


_offers: dict[str, Offer] = {}


def register_offer(offer: Offer) -> Offer:
    """Raises ValueError when the kind is offered already."""
    known = _offers.setdefault(offer.kind, offer)
    if known is not offer:
        raise ValueError(f"Two offers to follow {offer.kind}")
    return offer


def offer_of(kind: str) -> Offer | None:
    return _offers.get(kind)


def offers() -> tuple[Offer, ...]:
    return tuple(_offers.values())
