"""One search: ask the engine, decide each hit again, rank, count, and fetch what is shown."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from hub.access.readers import Reader
from hub.access.registry import kinds
from search.engines.base import RERANKED, Engine, Filters, Group, Hit, Query, Results, Term
from search.models import Entry, EntrySection
from search.query.filters import Counts, Names, count
from search.query.mixing import reranked

PER_PAGE = 20
# No list goes further than its first 50 pages.
MOST_SHOWN = 1000


@dataclass(frozen=True, slots=True)
class Found:
    """The results of one page with the rows behind them, and the counts of the whole."""

    counts: Counts
    entries: Sequence[tuple[Entry, EntrySection | None]]
    passages: dict[int, str]
    page_number: int


def decided_again(hits: Sequence[Hit], reader: Reader) -> set[int]:
    """Ids of the entries whose thing this reader may see now. A few queries for each kind hit."""
    known = {kind.name: kind for kind in kinds()}
    by_kind: dict[str, dict[int, int]] = {}
    for hit in hits:
        by_kind.setdefault(hit.kind, {})[hit.object_id] = hit.entry_id
    allowed: set[int] = set()
    for name, entry_ids in by_kind.items():
        if name in known:
            things = known[name].readable(reader).filter(pk__in=list(entry_ids))
            allowed |= {entry_ids[pk] for pk in things.values_list("pk", flat=True)}
    return allowed


def without(groups: Iterable[Group], dropped: Iterable[Hit]) -> list[Group]:
    """The groups without the hits that were dropped, so that no count tells of them."""
    gone = Counter((hit.kind, hit.labels_id) for hit in dropped)
    return [replace(g, count=g.count - gone[g.kind, g.labels_id]) for g in groups]


def readable(results: Results, reader: Reader) -> Results:
    allowed = decided_again(results.hits, reader)
    kept = tuple(hit for hit in results.hits if hit.entry_id in allowed)
    dropped = [hit for hit in results.hits if hit.entry_id not in allowed]
    return replace(results, hits=kept, groups=tuple(without(results.groups, dropped)))


def find(
    *,
    terms: tuple[Term, ...],
    filters: Filters,
    names: Names,
    page: int,
    engine: Engine,
    reader: Reader,
) -> Found:
    """One page of results. The number of queries depends on the kinds found, never on the rows."""
    last_wanted = min(page * PER_PAGE, MOST_SHOWN)
    query = Query(terms, filters, limit=max(RERANKED, last_wanted))
    results = readable(engine.search(query, reader), reader)
    counts = count(results.groups, results.labels, filters, names)
    last_page = max(1, -(-min(counts.total, MOST_SHOWN) // PER_PAGE))
    number = min(page, last_page)
    hits = reranked(results.hits)[(number - 1) * PER_PAGE : number * PER_PAGE]
    section_ids = [hit.section_id for hit in hits if hit.section_id is not None]
    passages = dict(engine.snippets(query, section_ids))
    return Found(counts, rows_of(hits, section_ids), passages, number)


def rows_of(
    hits: Sequence[Hit], section_ids: Sequence[int]
) -> list[tuple[Entry, EntrySection | None]]:
    """Entry with its text and labels, and best section, of each hit in order. Two queries."""
    entries = Entry.objects.select_related("text", "labels").in_bulk([h.entry_id for h in hits])
    sections = EntrySection.objects.in_bulk(section_ids)
    return [
        (entries[h.entry_id], sections.get(h.section_id)) for h in hits if h.entry_id in entries
    ]
