"""Compares an outside engine's index with the rows: ids, versions, and who may see them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db import DEFAULT_DB_ALIAS
from django.db.models import F

from search.engines.elastic.client import client
from search.engines.elastic.indices import Indices, live_indices
from search.models import Entry, Removal
from search.models.versions import by_version

PAGE = 5000
SECONDS = 10


class Copy(NamedTuple):
    """What one side says of an entry; `rule` is the id of its access rule."""

    entry_id: int
    version: int
    rule: int


@dataclass(slots=True)
class Differences:
    """Ids of entries. `equal` come with their version; `ahead` with the engine's."""

    equal: dict[int, int] = field(default_factory=dict)
    # The engine holds an older version, or none: version 0.
    lacking: dict[int, int] = field(default_factory=dict)
    # The engine holds a later version than there ever was here: the database was restored.
    ahead: dict[int, int] = field(default_factory=dict)
    # The same version, open to others: rows were changed behind the project's back.
    other_rule: list[int] = field(default_factory=list)
    # Nothing here; with the engine's version.
    extra: dict[int, int] = field(default_factory=dict)

    def wrong(self) -> list[int]:
        return sorted({*self.lacking, *self.ahead, *self.other_rule, *self.extra})


def compare(indices: Indices, using: str = DEFAULT_DB_ALIAS, *, repair: bool) -> list[int]:
    """Ids that differ. Repairing makes the next sweep ship them; what is equal counts as synced.

    Holds 5,000 entries in memory at a time. Raises one of UNAVAILABLE.
    """
    wrong: list[int] = []
    for differences in all_differences(indices, using):
        wrong += differences.wrong()
        if repair:
            mend(differences, using)
    return wrong


def compare_live_index(*, repair: bool) -> list[int]:
    return compare(live_indices(), repair=repair)


def all_differences(indices: Indices, using: str) -> Iterator[Differences]:
    """A page of the engine's copies after another, beside the entries of the same ids."""
    last = 0
    for copies in pages(indices):
        rows = stored(using, pk__gt=last, pk__lte=copies[-1].entry_id)
        yield differences(rows, copies, using)
        last = copies[-1].entry_id
    while rows := stored(using, pk__gt=last):
        yield differences(rows, [], using)
        last = max(rows)


def pages(indices: Indices) -> Iterator[list[Copy]]:
    last = 0
    while True:
        found = client(SECONDS).search(
            index=indices.alias,
            size=PAGE,
            sort=[{"entry_id": "asc"}],
            search_after=[last],
            source=False,
            version=True,
            docvalue_fields=[{"field": "rule"}],
            track_total_hits=False,
        )["hits"]["hits"]
        if not found:
            return
        yield [Copy(int(h["_id"]), h["_version"], int(h["fields"]["rule"][0])) for h in found]
        last = int(found[-1]["_id"])


def stored(using: str, **ids: int) -> dict[int, Copy]:
    """What the rows say of the first entries in a range of ids."""
    entries = Entry.objects.using(using).filter(**ids).order_by("pk")
    rows = entries.values_list("pk", "version", "rule_id")
    # Between two neighbours of a page there may be more entries than the engine has copies.
    return {row[0]: Copy(*row) for row in (rows if "pk__lte" in ids else rows[:PAGE])}


def differences(here: dict[int, Copy], copies: Sequence[Copy], using: str) -> Differences:
    found = Differences()
    there = {copy.entry_id: copy for copy in copies}
    for pk, row in here.items():
        copy = there.get(pk)
        if copy == row:
            found.equal[pk] = row.version
        elif copy is None or copy.version < row.version:
            found.lacking[pk] = copy.version if copy else 0
        elif copy.version > row.version:
            found.ahead[pk] = copy.version
        else:
            found.other_rule.append(pk)
    missing = {pk: copy.version for pk, copy in there.items() if pk not in here}
    # An entry made since the rows were read is none too many.
    made_since = (
        Entry.objects.using(using).filter(pk__in=list(missing)).values_list("pk", flat=True)
    )
    for pk in made_since:
        del missing[pk]
    found.extra = missing
    return found


def mend(found: Differences, using: str) -> None:
    """Makes the next sweep send what differs. What changes meanwhile is right by itself."""
    entries = Entry.objects.using(using)
    entries.mark_synced(found.equal)
    for version, pks in by_version(found.lacking):
        lost = entries.filter(pk__in=pks, synced_version__gt=version)
        # Whoever deleted a copy there left a mark one version higher, which the next must pass.
        later = {} if version else {"version": F("version") + 2}
        lost.update(synced_version=version, **later)
    for pk, version in found.ahead.items():
        entries.filter(pk=pk, version__lte=version).update(
            version=version + 1, access_version=version + 1, synced_version=0
        )
    changed = entries.filter(pk__in=found.other_rule)
    changed.update(version=F("version") + 1, access_version=F("version") + 1)
    gone = [Removal(entry_id=pk, version=version + 1) for pk, version in found.extra.items()]
    Removal.objects.using(using).bulk_create(gone, ignore_conflicts=True)
