"""More like a thing, found by the words that set it apart."""

from collections.abc import Collection, Mapping, Sequence

from hub.access.readers import Reader
from search.engines.base import Engine, Filters, Query, Term
from search.enums import Facet
from search.models import Entry
from search.query.finding import in_order, readable, rows_of
from search.query.parsing import WORD
from search.query.stopwords import STOPWORDS

MOST_WORDS = 12
MOST_FOUND = 10
ANSWERS = frozenset({"thread", "guidance", "practice"})


def similar_to(
    entry: Entry, *, counts: Mapping[str, int], engine: Engine, reader: Reader
) -> list[Entry]:
    """What this reader may see that shares its telling words, best first, without itself.

    As many queries as a search without snippets.
    """
    words = telling_words(f"{entry.text.title} {entry.text.summary}", counts)
    found = alike(tuple((word,) for word in words), engine, reader)
    return [other for other in found if other.pk != entry.pk][:MOST_FOUND]


def answered_before(terms: Sequence[Term], engine: Engine, reader: Reader) -> list[Entry]:
    """What may answer a question that somebody is about to ask: questions, and what to do."""
    return alike(terms, engine, reader, {Facet.KIND: ANSWERS})


def alike(
    terms: Sequence[Term], engine: Engine, reader: Reader, filters: Filters | None = None
) -> list[Entry]:
    """The best entries for these terms, each decided again."""
    query = Query(tuple(terms), filters or {})
    results = readable(engine.search(query, reader), reader)
    hits = in_order(results.hits, query, ())[: MOST_FOUND + 1]
    return [entry for entry, _section in rows_of(hits, [])]


def telling_words(text: str, counts: Mapping[str, int]) -> list[str]:
    """The rarest of its words that the index knows elsewhere too; a word found once finds itself.

    `counts` says how often each word stands in what everybody may read; while it is empty, as long
    as nobody has counted, the first words serve.
    """
    words: Collection[str] = dict.fromkeys(WORD.findall(text.lower()))
    telling = [word for word in words if word not in STOPWORDS]
    known = [word for word in telling if counts.get(word, 0) > 1] if counts else telling
    return sorted(known, key=lambda word: counts.get(word, 0))[:MOST_WORDS]
