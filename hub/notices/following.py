"""What a person follows and muted: on the page of a thing, and all of it with what it is called."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.db.models import BooleanField, QuerySet, Value

from hub.access.readers import Reader
from hub.access.registry import Card
from hub.notices.models import Mute, Subscription
from hub.notices.offers import Offer, offer_of
from hub.notices.readable import known_kind


@dataclass(frozen=True, slots=True)
class Standing:
    """How a reader stands to a thing, for the buttons on its page."""

    kind: str
    object_id: int
    follows: bool
    mutes: bool
    offer: Offer


def standing(kind: str, object_id: int, reader: Reader) -> Standing | None:
    """None for strangers, and for what nobody can follow. Two queries at most."""
    offer = offer_of(kind)
    if offer is None or not reader.is_signed_in:
        return None
    follows = Subscription.objects.of(kind, object_id).filter(person_id=reader.user_id)
    mutes = Mute.objects.of(kind, object_id).filter(person_id=reader.user_id)
    return Standing(kind, object_id, follows.exists(), offer.may_mute and mutes.exists(), offer)


class Choice(NamedTuple):
    """A row of the page where all of it stands."""

    kind: str
    object_id: int
    created_at: datetime
    is_muted: bool


@dataclass(frozen=True, slots=True)
class Chosen:
    """What somebody follows or muted; no card where they may not see the thing."""

    choice: Choice
    card: Card | None


def choices_of_things(person_id: int | None) -> QuerySet:
    """Everything that somebody follows or muted, the latest first, as values of `Choice`."""
    fields = ("kind", "object_id", "created_at")
    followed, muted = (
        model.objects.filter(person_id=person_id)
        .order_by()
        .annotate(is_muted=Value(is_muted, BooleanField()))
        .values_list(*fields, "is_muted")
        for model, is_muted in ((Subscription, False), (Mute, True))
    )
    return followed.union(muted, all=True).order_by("-created_at", "kind", "object_id")


def with_cards(rows: Iterable[tuple], reader: Reader) -> list[Chosen]:
    """Keeps the order. A query for each kind, none for each row."""
    choices = [Choice(*row) for row in rows]
    cards: dict[tuple[str, int], Card] = {}
    for name in {choice.kind for choice in choices}:
        kind = known_kind(name)
        if kind is None:
            continue
        ids = [choice.object_id for choice in choices if choice.kind == name]
        things = kind.readable(reader).filter(pk__in=ids)
        cards |= {(name, thing.pk): kind.card(thing) for thing in things}
    return [Chosen(choice, cards.get((choice.kind, choice.object_id))) for choice in choices]
