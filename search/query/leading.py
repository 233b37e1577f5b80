"""What stands before all that an engine ranks, and what is kept out of it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hub.access.readers import Reader
from search.engines.base import Hit, Query, Results
from search.enums import Sort
from search.models import Entry
from search.models.labels import LabelsById
from search.query.filters import passes
from search.query.things import Thing, entries_of


@dataclass(frozen=True, slots=True)
class Leading:
    """Entries that come first, in order, and the ids of those that are left out."""

    first: tuple[Entry, ...] = ()
    out: tuple[int, ...] = ()

    def asked(self, query: Query) -> Query:
        """The query for all others: so each thing is found and counted once."""
        return replace(query, left_out=(*(entry.pk for entry in self.first), *self.out))

    def before(self, results: Results, query: Query) -> Results:
        """These, as far as the filters let them pass, and then what the engine found."""
        groups = Counter(entry.labels_id for entry in self.first)
        hits = [hit_of(e) for e in self.first if lets_pass(e, query, results.labels)]
        return replace(
            results, hits=(*hits, *results.hits), groups=Counter(results.groups) + groups
        )


def hit_of(entry: Entry) -> Hit:
    return Hit(entry.pk, entry.kind, entry.object_id, entry.labels_id, 0.0)


def lets_pass(entry: Entry, query: Query, labels: LabelsById) -> bool:
    return passes(entry.labels_id, query.filters, labels)


def leading(first: Sequence[Thing], out: Sequence[Thing], query: Query, reader: Reader) -> Leading:
    """One query where there is anything.

    Nothing comes first where words are kept out, the days are narrowed, or the newest are to come
    first: then people ask for something else.
    """
    if not first and not out:
        return Leading()
    found = {(e.kind, e.object_id): e for e in entries_of({*first, *out}, reader)}
    plain = query.sort == Sort.RELEVANCE and not query.excluded
    undated = query.since is None and query.until is None
    wanted = [thing for thing in dict.fromkeys(first) if thing in found and thing not in out]
    return Leading(
        tuple(found[thing] for thing in wanted) if plain and undated else (),
        tuple(found[thing].pk for thing in out if thing in found),
    )
