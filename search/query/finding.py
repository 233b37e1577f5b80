"""One search: ask the engine, decide each hit again, rank, count, and fetch what is shown."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page

from hub.access.pages import readable_pages, rule_of_page
from hub.access.readers import Reader
from hub.access.registry import kinds
from search.engines.base import RERANKED, Engine, Hit, Query, Results
from search.enums import Sort
from search.meaning.current import model_at_hand
from search.models import Entry, EntrySection
from search.query.fields import Names
from search.query.filters import Counts, count
from search.query.leading import leading
from search.query.meaning import closeness, vector_of
from search.query.mixing import reranked
from search.query.pins import NO_PICKS, Picks
from search.query.resting import rests_on
from search.query.routes import routes_first
from search.query.things import Thing

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
    reserve: bool = False
    # Ids of entries that editors put first.
    picked: frozenset[int] = frozenset()


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


def readable(results: Results, reader: Reader) -> Results:
    """Without the hits that are dropped, in the counts as well, which would tell of them."""
    allowed = decided_again(results.hits, reader)
    dropped = [hit for hit in results.hits if hit.entry_id not in allowed]
    if not dropped:
        return results
    kept = tuple(hit for hit in results.hits if hit.entry_id in allowed)
    gone = Counter(hit.labels_id for hit in dropped)
    return replace(results, hits=kept, groups=Counter(results.groups) - gone)


def find(
    *,
    query: Query,
    names: Names,
    page: int,
    engine: Engine,
    reader: Reader,
    first: Sequence[Thing] = (),
    picks: Picks = NO_PICKS,
) -> Found:
    """One page of results. The number of queries depends on the kinds found, never on the rows.

    What editors picked comes before all others, found or not, and then the things in `first`.
    """
    last_wanted = min(page * PER_PAGE, MOST_SHOWN)
    lead = leading((*picks.first, *first), picks.out, query, reader)
    meaning = vector_of(query.text, model_at_hand())
    query = lead.asked(replace(query, limit=max(RERANKED, last_wanted), meaning=meaning))
    results = readable(lead.before(engine.search(query, reader), query), reader)
    counts = count(results.groups, results.labels, query.filters, names)
    last_page = max(1, -(-min(counts.total, MOST_SHOWN) // PER_PAGE))
    number = min(page, last_page)
    ordered = in_order(results.hits, query, {entry.pk for entry in lead.first})
    hits = ordered[(number - 1) * PER_PAGE : number * PER_PAGE]
    section_ids = [hit.section_id for hit in hits if hit.section_id is not None]
    passages = dict(engine.snippets(query, section_ids))
    picked = {entry.pk for entry in lead.first if (entry.kind, entry.object_id) in picks.first}
    rows = rows_of(hits, section_ids)
    return Found(counts, rows, passages, number, results.reserve, frozenset(picked))


def in_order(hits: Sequence[Hit], query: Query, leading_ids: Collection[int]) -> Sequence[Hit]:
    """One query, and one more where a model is set."""
    if query.sort != Sort.RELEVANCE:
        return hits
    before = [hit for hit in hits if hit.entry_id in leading_ids]
    others = [hit for hit in hits if hit.entry_id not in leading_ids]
    near = closeness(query.text, others, model_at_hand())
    best = reranked(others, near, rests_on(others))
    return [*before, *routes_first(best, query.text)]


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
