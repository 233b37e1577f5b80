"""Brings an outside engine to what the rows say: what is newer here goes there, removals too.

A sweep over our own rows, safe to run at any time, any number of times and beside another one: the
engine keeps the highest version of each entry.
"""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS
from django.db.models import QuerySet

from hub.core.batches import BATCH
from search.engines.breaker import Breaker
from search.engines.elastic.client import UNAVAILABLE
from search.engines.elastic.indices import Indices, live_indices
from search.engines.elastic.writing import entry_actions, removal_actions, send, show
from search.models import Entry, Removal
from search.sync.rebuilding import rebuild_index
from search.sync.tasks import call_again

logger = logging.getLogger(__name__)

Row = TypeVar("Row", Entry, Removal)

# Of the process that runs tasks: an engine that is away must not hold up the mail.
breaker = Breaker()


@dataclass(slots=True)
class Shipped:
    entries: int = 0
    removals: int = 0
    refused: int = 0


def ship_or_try_later() -> None:
    """The sweep, or another try in ten seconds while the engine is away."""
    if breaker.lets_through():
        try:
            shipped = ship()
        except UNAVAILABLE as error:
            breaker.failed()
            logger.warning("Nothing was shipped: %s", type(error).__name__)
        else:
            breaker.succeeded()
            logger.info("Shipped %s", shipped)
            return
    call_again()


def ship(indices: Indices | None = None, using: str = DEFAULT_DB_ALIAS) -> Shipped:
    """Tells the engine all there is to tell. Raises one of UNAVAILABLE.

    An index that is missing, or was made for an older mapping, is built first.
    """
    indices = indices or live_indices()
    if indices.read() is None:
        rebuild_index(indices, using)
    shipped = Shipped()
    entries = Entry.objects.using(using)
    removals = Removal.objects.using(using)

    def mark_entries(told: Sequence[Entry]) -> None:
        entries.mark_synced({entry.pk: entry.version for entry in told})
        shipped.entries += len(told)

    def drop_removals(told: Sequence[Removal]) -> None:
        removals.filter(pk__in=[removal.pk for removal in told]).delete()
        shipped.removals += len(told)

    refused = tell(indices, entries.unsynced(), entry_actions, mark_entries)
    shipped.refused = refused + tell(indices, removals.all(), removal_actions, drop_removals)
    return shipped


def tell(
    indices: Indices,
    rows: QuerySet[Row],
    actions: Callable[[Sequence[Row], Sequence[str]], Iterator[dict[str, Any]]],
    note: Callable[[Sequence[Row]], None],
) -> int:
    """Sends rows in the order of their ids, and notes those that arrived once searches see them.

    Answers how many were refused; they are passed over.
    """
    refused = last = 0
    while batch := list(rows.filter(pk__gt=last).order_by("pk")[:BATCH]):
        targets = indices.targets()
        if not targets:
            break  # somebody deleted the index; the next sweep builds it again
        wrong = send(actions(batch, targets))
        show(targets)
        if indices.targets() != targets:
            continue  # a new index has begun to listen and may not have heard this
        note([row for row in batch if row.pk not in wrong])
        refused += len(wrong)
        last = batch[-1].pk
    return refused
