"""Vectors of entries as rows: which are missing, written, read."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from math import hypot
from struct import iter_unpack
from typing import TYPE_CHECKING

from django.db import DEFAULT_DB_ALIAS, transaction
from django.db.models import F, QuerySet

from search.meaning.passages import passages
from search.models import Entry, EntryVector

if TYPE_CHECKING:
    from search.meaning.model import Model

BATCH = 10


def lacking(fingerprint: str, using: str = DEFAULT_DB_ALIAS) -> QuerySet[Entry]:
    """Entries of which this model has made no vectors since they changed."""
    fresh = EntryVector.objects.using(using).fresh(fingerprint).values("pk")
    return Entry.objects.using(using).exclude(pk__in=fresh).order_by("pk")


def batches_lacking(fingerprint: str, using: str = DEFAULT_DB_ALIAS) -> Iterator[list[Entry]]:
    """Ten entries with their text at a time, by id: one that changes all the time holds up none."""
    waiting, last = lacking(fingerprint, using).select_related("text"), 0
    while batch := list(waiting.filter(pk__gt=last)[:BATCH]):
        yield batch
        last = batch[-1].pk


def embed(
    entries: Sequence[Entry],
    model: "Model",
    using: str = DEFAULT_DB_ALIAS,
    each: Callable[..., Iterable[EntryVector]] = map,
) -> None:
    """Makes and writes the vectors of entries with their text at hand; outside a transaction.

    A passage takes some 10 to 30 ms; `each` may be the map of a pool of threads. Where an entry
    changed and its words did not, only the version moves. Two queries, and two more to write.
    """
    ids = [entry.pk for entry in entries]
    held = EntryVector.objects.using(using).filter(model=model.fingerprint).in_bulk(ids)
    rows = each(lambda entry: vector_row(entry, held.get(entry.pk), model), entries)
    write(list(rows), using)


def vector_row(entry: Entry, held: EntryVector | None, model: "Model") -> EntryVector:
    read = passages(entry.text)
    digest = hashlib.sha256("\0".join(read).encode()).hexdigest()
    return EntryVector(
        entry_id=entry.pk,
        version=entry.version,
        model=model.fingerprint,
        digest=digest,
        dimensions=model.dimensions,
        vectors=held.vectors if held and held.digest == digest else model.stored(read),
    )


def write(rows: Sequence[EntryVector], using: str) -> None:
    """Leaves out entries that have gone meanwhile; one that changed stays to be done again.

    Each entry's version grows, so that an outside engine hears of its vectors.
    """
    with transaction.atomic(using=using):
        entries = Entry.objects.using(using)
        locked = entries.select_for_update(no_key=True).filter(pk__in=[r.entry_id for r in rows])
        still = dict(locked.values_list("pk", "version"))
        fresh = [row for row in rows if still.get(row.entry_id) == row.version]
        entries.filter(pk__in=[r.entry_id for r in fresh]).update(version=F("version") + 1)
        for row in fresh:
            row.version += 1
        EntryVector.objects.using(using).bulk_create(
            [row for row in rows if row.entry_id in still],
            update_conflicts=True,
            unique_fields=["entry"],
            update_fields=["version", "model", "digest", "dimensions", "vectors"],
        )


def stored_vectors(
    ids: Collection[int], fingerprint: str, using: str = DEFAULT_DB_ALIAS
) -> dict[int, bytes]:
    """The vectors of those entries that have some and have not changed since. One query."""
    rows = EntryVector.objects.using(using).fresh(fingerprint).filter(pk__in=ids)
    return {pk: bytes(kept) for pk, kept in rows.values_list("pk", "vectors")}


def entry_vectors(
    ids: Collection[int], fingerprint: str, using: str = DEFAULT_DB_ALIAS
) -> Mapping[int, list[float]]:
    """One vector of length 1 for each entry, the mean of its passages. One query.

    For an engine that searches by vectors of its own; it needs no library of the extra.
    """
    rows = EntryVector.objects.using(using).fresh(fingerprint).filter(pk__in=ids)
    values = rows.values_list("pk", "dimensions", "vectors")
    return {pk: mean(bytes(kept), dimensions) for pk, dimensions, kept in values}


def mean(stored: bytes, dimensions: int) -> list[float]:
    sums = [sum(column) for column in zip(*iter_unpack(f"<{dimensions}e", stored), strict=True)]
    length = hypot(*sums) or 1.0
    return [value / length for value in sums]
