"""One search: ask the engine, decide each hit again, rank, count, and fetch what is shown."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page

from hub.access.pages import readable_pages, rule_of_page
from hub.access.readers import Reader
from hub.access.registry import kinds
from search.engines.base import RERANKED, Engine, Group, Hit, Query, Results
from search.enums import Sort
from search.meaning.current import model_at_hand
from search.models import Entry, EntrySection
from search.query.filters import Counts, Names, count
from search.query.meaning import closeness
from search.query.mixing import reranked

PER_PAGE = 20
# No list goes further than its first 50 pages.
MOST_SHOWN = 1000


# Kind and id.
Thing = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Found:
    """The results of one page with the rows behind them, and the counts of the whole."""

    counts: Counts
    entries: Sequence[tuple[Entry, EntrySection | None]]
    passages: dict[int, str]
    page_number: int
    reserve: bool = False


def decided_again(hits: Sequence[Hit], reader: Reader) -> set[int]:
    """Ids of the entries whose thing this reader may see now.

    Pages whose rule is the page tree's are decided together, in one query and that of the
    restrictions; each other kind by its own `readable`.
    """
    known = {kind.name: kind for kind in kinds()}
    things = {(hit.kind, hit.object_id): hit.entry_id for hit in hits if hit.kind in known}
    by_tree = [pair for pair in things if known[pair[0]].rule is rule_of_page]
    seen = readable_in_tree(by_tree, reader)
    for name, pairs in groupby(sorted(things.keys() - by_tree), key=itemgetter(0)):
        ids = [pk for _, pk in pairs]
        rows = known[name].readable(reader).filter(pk__in=ids)
        seen |= {(name, pk) for pk in rows.values_list("pk", flat=True)}
    return {things[pair] for pair in seen}


def readable_in_tree(pairs: Collection[Thing], reader: Reader) -> set[Thing]:
    """Those of the pages that are still of their kind, live, and open to the reader."""
    if not pairs:
        return set()
    models = {kind.name: kind.model for kind in kinds()}
    types = ContentType.objects.get_for_models(*{models[name] for name, _ in pairs})
    wanted = {(types[models[name]].pk, pk): (name, pk) for name, pk in pairs}
    pages = readable_pages(Page.objects.filter(pk__in=[pk for _, pk in pairs]), reader)
    found = pages.values_list("content_type_id", "pk")
    return {wanted[row] for row in found if row in wanted}


def without(groups: Iterable[Group], dropped: Iterable[Hit]) -> tuple[Group, ...]:
    """The groups without the hits that were dropped, so that no count tells of them."""
    gone = Counter((hit.kind, hit.labels_id) for hit in dropped)
    return tuple(Group(kind, pk, number - gone[kind, pk]) for kind, pk, number in groups)


def readable(results: Results, reader: Reader) -> Results:
    allowed = decided_again(results.hits, reader)
    dropped = [hit for hit in results.hits if hit.entry_id not in allowed]
    if not dropped:
        return results
    kept = tuple(hit for hit in results.hits if hit.entry_id in allowed)
    return replace(results, hits=kept, groups=without(results.groups, dropped))


def find(*, query: Query, names: Names, page: int, engine: Engine, reader: Reader) -> Found:
    """One page of results. The number of queries depends on the kinds found, never on the rows."""
    last_wanted = min(page * PER_PAGE, MOST_SHOWN)
    query = replace(query, limit=max(RERANKED, last_wanted))
    results = readable(engine.search(query, reader), reader)
    counts = count(results.groups, results.labels, query.filters, names)
    last_page = max(1, -(-min(counts.total, MOST_SHOWN) // PER_PAGE))
    number = min(page, last_page)
    hits = in_order(results.hits, query)[(number - 1) * PER_PAGE : number * PER_PAGE]
    section_ids = [hit.section_id for hit in hits if hit.section_id is not None]
    passages = dict(engine.snippets(query, section_ids))
    return Found(counts, rows_of(hits, section_ids), passages, number, results.reserve)


def in_order(hits: Sequence[Hit], query: Query) -> Sequence[Hit]:
    """One query where a model is set, none without."""
    if query.sort != Sort.RELEVANCE:
        return hits
    return reranked(hits, closeness(query.text, hits, model_at_hand()))


def rows_of(
    hits: Sequence[Hit], section_ids: Sequence[int]
) -> list[tuple[Entry, EntrySection | None]]:
    """Entry with its text and labels, and best section, of each hit in order. Two queries."""
    rows = Entry.objects.select_related("text", "labels").defer("text__body")
    entries = rows.in_bulk([h.entry_id for h in hits])
    sections = EntrySection.objects.in_bulk(section_ids)
    return [
        (entries[h.entry_id], sections.get(h.section_id)) for h in hits if h.entry_id in entries
    ]
