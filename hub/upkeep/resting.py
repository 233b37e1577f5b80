"""What a ripple does to each kind of thing that rests on pages.

Pages of the knowledge base are dealt with here. An app with things of another kind registers them
in its `kinds.py`.
"""

import datetime
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from wagtail.models import Page

from hub.access.registry import Card, Kind
from hub.pages.boards import changeable_by
from hub.pages.keepers import Keepers
from hub.pages.kinds import kinds_of_pages
from hub.upkeep.reminding import PAGE
from hub.users.models import User

Ids = Collection[int]


@dataclass(frozen=True, kw_only=True, slots=True)
class Resting:
    """How the ripple treats things of one kind.

    `warn` says to whoever uses them since when what they rest on has changed; with None, that it
    is dealt with. `keepers` work in the CMS and are asked to see to one. `cards` holds those on
    which a person may decide, with the address where that is done; `decided_here` is False where
    that address has a way of its own to decide.
    """

    kind: str
    plural: str | Promise
    warn: Callable[[Ids, datetime.date | None], None]
    keepers: Callable[[int], Iterable[User]]
    cards: Callable[[Ids, User], dict[int, Card]]
    decided_here: bool = True


_others: dict[str, Resting] = {}


def register_resting(resting: Resting) -> None:
    """For things that aren't pages; what is registered again takes the place of the first."""
    _others[resting.kind] = resting


def restings() -> dict[str, Resting]:
    """By kind, in the order in which people meet them; other things than pages come last."""
    return {kind.name: pages_resting(kind) for kind in kinds_of_pages()} | _others


def pages_resting(kind: Kind) -> Resting:
    def warn(ids: Ids, day: datetime.date | None) -> None:
        """The earliest change that nobody has dealt with is the one that readers are told of."""
        pages = kind.model.objects.filter(pk__in=ids)
        (pages.filter(changed_below_on=None) if day else pages).update(changed_below_on=day)

    return Resting(
        kind=kind.name,
        plural=kind.plural,
        warn=warn,
        keepers=lambda pk: Keepers(kind.model.objects.get(pk=pk)).first(),
        cards=lambda ids, user: page_cards(kind, ids, user),
        decided_here=False,
    )


def page_cards(kind: Kind, ids: Ids, user: User) -> dict[int, Card]:
    """One query."""
    pages = Page.objects.filter(pk__in=ids) & changeable_by(user)
    return {
        pk: Card(kind=kind.name, title=title, url=reverse(PAGE, args=[pk]))
        for pk, title in pages.values_list("pk", "draft_title")
    }
