"""What editors put first or leave out for one search."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from hub.access.registry import kinds
from search.enums import Place
from search.models import Pin
from search.query.things import Thing


@dataclass(frozen=True, slots=True)
class Picks:
    first: tuple[Thing, ...] = ()
    out: tuple[Thing, ...] = ()


NO_PICKS = Picks()


def picks(text: str) -> Picks:
    """What holds today for these words. One query by an index; access is not looked at here."""
    pins = Pin.objects.of_query(text).on(timezone.localdate()).order_by("order", "pk")
    rows = pins.values_list("place", "page_id", "page__content_type__model")
    names = {kind.model._meta.model_name: kind.name for kind in kinds()}
    things = [(place, (names[model], pk)) for place, pk, model in rows if model in names]
    return Picks(in_place(things, Place.FIRST), in_place(things, Place.OUT))


def in_place(things: Sequence[tuple[str, Thing]], place: Place) -> tuple[Thing, ...]:
    return tuple(thing for where, thing in things if where == place)
