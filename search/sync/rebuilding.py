"""Builds a new index beside the one that is read, while people write, and swaps in one action.

The new index hears of every change from its first moment, and versions decide which copy stays, so
that it says what the rows say once all of them have been sent to it.
"""

import time
from collections.abc import Iterator

from django.db import DEFAULT_DB_ALIAS
from elasticsearch import TransportError

from hub.core.batches import BATCH
from search.engines.elastic.indices import WRITE, Indices, live_indices
from search.engines.elastic.writing import entry_actions, send, show
from search.models import Entry
from search.sync.comparing import compare

# Searches that began before the swap may still read the old index; no search takes longer.
SECONDS_TO_FINISH = 2.0
# An index that nobody reads and that is older was left behind by a process that died.
ABANDONED_AFTER = 6 * 3600.0
# A few that Elasticsearch refuses the next sweep tells; more, and it is the node that can't write.
MOST_REFUSED = 100


def rebuild_index(indices: Indices, using: str = DEFAULT_DB_ALIAS) -> int:
    """Answers how many entries there are. Raises one of UNAVAILABLE; the old index then stays."""
    indices.delete(*indices.abandoned(ABANDONED_AFTER))
    name = indices.create()
    fill(f"{name}{WRITE}", using)
    old = indices.swap(name)
    # What it holds is what may count as synced from now on.
    compare(indices, using, repair=True)
    if old:
        time.sleep(SECONDS_TO_FINISH)
        indices.delete(*old)
    return Entry.objects.using(using).count()


def rebuild_live_index() -> int:
    return rebuild_index(live_indices())


def fill(target: str, using: str) -> None:
    """Sends every entry. Raises TransportError where many are refused, as by a full disk."""
    refused = send(act for batch in in_batches(using) for act in entry_actions(batch, [target]))
    if len(refused) > MOST_REFUSED:
        raise TransportError(f"{len(refused)} entries were refused")
    show([target])


def in_batches(using: str) -> Iterator[list[Entry]]:
    """By 500: memory is bounded by the longest of those."""
    entries = Entry.objects.using(using).order_by("pk")
    last = 0
    while batch := list(entries.filter(pk__gt=last)[:BATCH]):
        yield batch
        last = batch[-1].pk
