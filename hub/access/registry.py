"""The registry of kinds: what upper code must know of lower content.

Each app declares its kinds in `kinds.py`. Search, lists, "used by", feeds and exports loop over
the registry, so that adding a kind touches one app.
"""

import datetime
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.functional import Promise

from hub.access.readers import Reader
from hub.access.rules import Rule


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a thing that search may jump to. `anchor` is the id in the page, without #."""

    anchor: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """What search holds of a thing, as plain text; themes, audiences and nations are slugs.

    `aliases` are other names; `words` are what people type, which no reader is shown. `evidence` is
    a value of hub.pages.enums.Evidence; `solved` is None for what is no question.
    """

    title: str
    summary: str = ""
    aliases: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    themes: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    nations: tuple[str, ...] = ()
    date: datetime.date | None = None
    evidence: str = ""
    solved: bool | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A thing named elsewhere: in a list, in "used by", in related content.

    `note` belongs to the place where it is named: why another thing rests on it.
    """

    kind: str
    title: str
    url: str
    summary: str = ""
    date: datetime.date | None = None
    meta: tuple[str, ...] = ()
    note: str = ""


def none_sensitive(_ids: Collection[int]) -> set[int]:
    return set()


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of readable thing. `live` is what the index holds, `readable` what a reader sees.

    Wherever kinds stand beside each other, the lowest `order` comes first.

    `parts` maps a model to the things that a change of one of its rows touches. `list_url` is where
    all of them stand, for a kind that isn't a page; the list of a page type is a page itself.
    `sensitive` tells, in one query, which of these ids name things whose titles and texts must stay
    in the hub: no mail holds them. `leaves_hub` is False for what no program may read out.
    `in_area` gives the ids of the things of an area, by its slug, where things of this kind have
    one.
    """

    name: str
    label: str | Promise
    plural: str | Promise
    icon: str
    order: int
    model: type[Model]
    live: Callable[[], QuerySet]
    readable: Callable[[Reader], QuerySet]
    rule: Callable[[Any], Rule]
    address: Callable[[Any], str]
    document: Callable[[Any], Document]
    card: Callable[[Any], Card]
    parts: Mapping[type[Model], Callable[[Any], Iterable[Model]]] = field(default_factory=dict)
    list_url: str | Promise = ""
    sensitive: Callable[[Collection[int]], set[int]] = none_sensitive
    leaves_hub: bool = True
    in_area: Callable[[str], QuerySet] | None = None


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> Kind:
    """Adds a kind. Raises ValueError when another kind has the name or the model."""
    for other in _kinds.values():
        if other.name == kind.name or other.model is kind.model:
            raise ValueError(f"{kind.name} and {other.name} are registered for the same thing")
    _kinds[kind.name] = kind
    return kind


def kinds() -> tuple[Kind, ...]:
    """Every kind, in the order in which people meet them."""
    return tuple(sorted(_kinds.values(), key=lambda kind: kind.order))


def kind_named(name: str) -> Kind:
    """The kind of that name. Raises KeyError."""
    return _kinds[name]


def kind_of(thing: Model) -> Kind | None:
    """The kind of a thing, or None where nobody registered its model."""
    return kind_of_model(type(thing))


def kind_of_model(model: type[Model] | None) -> Kind | None:
    """The kind whose things are rows of this very model, or None."""
    return next((kind for kind in _kinds.values() if model is kind.model), None)
