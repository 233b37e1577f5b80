"""Brings an outside engine to what the rows say: what is newer here goes there, removals too.

A sweep over our own rows, safe to run at any time, any number of times and beside another one: the
engine keeps the highest version of each entry.
"""

import logging
from dataclasses import dataclass

from django.db import DEFAULT_DB_ALIAS

from search.engines.breaker import Breaker
from search.engines.elastic.client import UNAVAILABLE
from search.engines.elastic.indices import Indices, live_indices
from search.engines.elastic.writing import entry_actions, removal_actions, send, show
from search.models import Entry, Removal
from search.sync.rebuilding import rebuild_index
from search.sync.tasks import call_again

logger = logging.getLogger(__name__)

BATCH = 500

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
    ship_entries(indices, using, shipped)
    ship_removals(indices, using, shipped)
    return shipped


def ship_entries(indices: Indices, using: str, shipped: Shipped) -> None:
    last = 0
    entries = Entry.objects.using(using).unsynced().order_by("pk")
    while batch := list(entries.filter(pk__gt=last).with_words()[:BATCH]):
        targets = indices.targets()
        if not targets:
            return  # somebody deleted the index; the next sweep builds it again
        refused = send(entry_actions(batch, targets))
        show(targets)
        shipped.refused += len(refused)
        if indices.targets() != targets:
            continue  # a new index has begun to listen and may not have heard this
        sent = {entry.pk: entry.version for entry in batch if entry.pk not in refused}
        Entry.objects.using(using).mark_synced(sent)
        shipped.entries += len(sent)
        last = batch[-1].pk


def ship_removals(indices: Indices, using: str, shipped: Shipped) -> None:
    last = 0
    removals = Removal.objects.using(using).order_by("pk")
    while batch := list(removals.filter(pk__gt=last)[:BATCH]):
        targets = indices.targets()
        if not targets:
            return
        refused = send(removal_actions(batch, targets))
        show(targets)
        shipped.refused += len(refused)
        if indices.targets() != targets:
            continue
        gone = [removal.pk for removal in batch if removal.pk not in refused]
        removals.filter(pk__in=gone).delete()
        shipped.removals += len(gone)
        last = batch[-1].pk
