"""SQLite FTS5: ranking by bm25 with a weight for each field, access inside the same query."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.utils import timezone

from hub.access.readers import ANONYMOUS, Reader
from search.engines.base import (
    MARK_END,
    MARK_START,
    Hit,
    Query,
    Results,
    Term,
)
from search.engines.database.filters import labels_held, labels_wanted
from search.engines.database.rarer import by_rarer_terms, finding
from search.engines.database.reading import DatabaseReading
from search.enums import Sort
from search.models.labels import LabelsById
from search.models.section import SECTION_BITS

# CROSS JOIN fixes the order of the tables, so that bm25 is worked out for allowed rows only.
# Of each hit as little as can be: thousands are put in order and counted.
MATCHES = """
WITH hits AS MATERIALIZED (
  SELECT e.id AS id, e.labels_id AS labels_id, {day} AS day,
         -bm25(search_entry_fts, 10, 4, 2, 1) AS score
  FROM search_entry_fts CROSS JOIN search_entry e ON e.id = search_entry_fts.rowid
  WHERE search_entry_fts MATCH %s AND {rarer} AND e.rule_id IN ({rules})
    AND (e.expires_at IS NULL OR e.expires_at > %s) AND {asked}
), first AS (
  SELECT * FROM hits WHERE {chosen} ORDER BY {order} LIMIT %s
)
SELECT * FROM (
  SELECT id, kind, object_id, first.labels_id, score, 0
  FROM first JOIN search_entry USING (id) ORDER BY {order}
)
UNION ALL SELECT NULL, NULL, NULL, labels_id, NULL, count(*) FROM hits GROUP BY labels_id
"""
# The plus keeps SQLite from looking entries up one by one.
RARER = """
+search_entry_fts.rowid IN (SELECT rowid FROM search_entry_fts WHERE search_entry_fts MATCH %s)
"""
SECTIONS = """
SELECT rowid, -bm25(search_section_fts, 2, 1, 0) FROM search_section_fts
WHERE search_section_fts MATCH %s
"""
SNIPPETS = """
SELECT rowid, snippet(search_section_fts, 1, %s, %s, '…', 32) FROM search_section_fts
WHERE search_section_fts MATCH %s AND +rowid IN ({sections})
"""
# One column a term: how many entries hold it.
HELD = "(SELECT count(*) FROM search_entry_fts WHERE search_entry_fts MATCH %s)"
# One column a word: whether any entry holds it.
HOLDS = """
EXISTS (SELECT 1 FROM search_entry_fts CROSS JOIN search_entry e ON e.id = search_entry_fts.rowid
WHERE search_entry_fts MATCH %s AND e.rule_id IN ({rules})
  AND (e.expires_at IS NULL OR e.expires_at > %s))
"""

# Read in the order of the ids until there are enough.
COMPLETE = """
SELECT e.id FROM search_entry_fts CROSS JOIN search_entry e ON e.id = search_entry_fts.rowid
WHERE search_entry_fts MATCH %s AND e.rule_id IN ({rules})
  AND (e.expires_at IS NULL OR e.expires_at > %s)
LIMIT %s
"""
DIGIT = re.compile(r"\d")
ORDERS = {Sort.RELEVANCE: "score DESC, id", Sort.DATE: "day DESC NULLS LAST, id DESC"}


def quoted(term: Term) -> str:
    """A term as an FTS5 string: raw words of a person would be a syntax error, or an operator."""
    return '"' + " ".join(term).replace('"', '""') + '"'


def match_expression(query: Query) -> str:
    """What an entry must hold. Everything that ranks stands in it: bm25 counts what it names."""
    parts = [quoted(term) for term in query.required]
    if query.terms:
        parts.append(f"({any_of((*query.required, *query.terms))})")
    expression = " AND ".join(parts)
    if query.excluded:
        expression = f"({expression}) NOT ({any_of(query.excluded)})"
    return expression


def any_of(terms: Sequence[Term]) -> str:
    return " OR ".join(quoted(term) for term in terms)


def sections_of(entries: Sequence[int], terms: Sequence[Term]) -> str:
    """Sections of these entries that hold one of the terms: their index holds numbers of entries.

    Reading all that hold a term would take longer the more there are.
    """
    ids = any_of([(str(pk),) for pk in entries])
    return f"entry_id : ({ids}) AND ({in_text(terms)})"


def in_text(terms: Sequence[Term]) -> str:
    """Any of the terms, but no number of an entry."""
    figures = [term for term in terms if DIGIT.search(" ".join(term))]
    words = [term for term in terms if term not in figures]
    parts = [any_of(words)] if words else []
    if figures:
        parts.append(f"{{heading text}} : ({any_of(figures)})")
    return " OR ".join(parts)


def numbers(ids: Sequence[int]) -> str:
    """Ids of our own rows as SQL; they are integers, and too many for variables."""
    return ",".join(str(int(pk)) for pk in ids) or "NULL"


class SqliteEngine(DatabaseReading):
    def search(self, query: Query, reader: Reader) -> Results:
        """Five queries: rules, labels, terms, entries with counts, sections of the best entries.

        Six where those with the rarer terms are too few.
        """
        if not query.ranked:
            return Results()
        allowed = self.allowed(reader)
        labels = labels_held(self.using)
        found = by_rarer_terms(
            query, self.counts, lambda needed: self.matches(query, needed, allowed, labels)
        )
        return replace(found, hits=tuple(self.with_sections(found.hits, query)))

    def counts(self, terms: Sequence[Term]) -> Sequence[int]:
        """How many entries hold each of the terms."""
        columns = ", ".join([HELD] * len(terms))
        return self.rows(f"SELECT {columns}", list(map(quoted, terms)))[0]

    def matches(
        self, query: Query, rarer: Sequence[Term], allowed: Sequence[int], labels: LabelsById
    ) -> Results:
        wanted = labels_wanted(query.filters, labels)
        asked, days = narrowing(query)
        sql = MATCHES.format(
            rules=numbers(allowed),
            chosen="1 = 1" if wanted is None else f"labels_id IN ({numbers(sorted(wanted))})",
            asked=asked,
            order=ORDERS[query.sort],
            day="e.date" if query.sort == Sort.DATE else "NULL",
            rarer=RARER if rarer else "1 = 1",
        )
        match = [match_expression(query), *([any_of(rarer)] if rarer else [])]
        rows = self.rows(sql, [*match, now_text(), *days, query.limit])
        hits = tuple(Hit(*row[:5]) for row in rows if row[0] is not None)
        groups = {row[3]: row[5] for row in rows if row[0] is None}
        return Results(hits, groups, labels)

    def with_sections(self, hits: Sequence[Hit], query: Query) -> list[Hit]:
        """Each hit with its best section, where one matches."""
        best: dict[int, tuple[float, int]] = {}
        terms = (*query.required, *finding(query.terms))
        asked = sections_of([hit.entry_id for hit in hits], terms)
        for section_id, score in self.rows(SECTIONS, [asked]) if hits else ():
            entry_id = section_id >> SECTION_BITS
            best[entry_id] = max(best.get(entry_id, (0.0, 0)), (score, -section_id))
        return [with_section(hit, best.get(hit.entry_id)) for hit in hits]

    def snippets(self, query: Query, section_ids: Sequence[int]) -> Mapping[int, str]:
        if not section_ids or not query.ranked:
            return {}
        entries = {pk >> SECTION_BITS for pk in section_ids}
        asked = sections_of(sorted(entries), list(dict.fromkeys(query.ranked)))
        sql = SNIPPETS.format(sections=numbers(section_ids))
        return dict(self.rows(sql, [MARK_START, MARK_END, asked]))

    def holds(self, words: Sequence[str], reader: Reader) -> frozenset[str]:
        """One query, and one for the rules."""
        if not words:
            return frozenset()
        allowed = self.allowed(reader)
        exists = HOLDS.format(rules=numbers(allowed))
        asked = [part for word in words for part in (quoted((word,)), now_text())]
        row = self.rows(f"SELECT {', '.join([exists] * len(words))}", asked)[0]
        return frozenset(word for word, found in zip(words, row, strict=True) if found)

    def complete(self, words: Term, limit: int) -> list[int]:
        """One query, and one for the rules."""
        if not words:
            return []
        allowed = self.allowed(ANONYMOUS)
        parts = [quoted((word,)) for word in words]
        match = "{title aliases} : (" + " AND ".join(parts) + " *)"
        sql = COMPLETE.format(rules=numbers(allowed))
        return [pk for (pk,) in self.rows(sql, [match, now_text(), limit])]


def with_section(hit: Hit, best: tuple[float, int] | None) -> Hit:
    if best is None:
        return hit
    score, negative_id = best
    return Hit(hit.entry_id, hit.kind, hit.object_id, hit.labels_id, hit.score, -negative_id, score)


def narrowing(query: Query) -> tuple[str, list[str]]:
    """A WHERE clause for dates and what is left out, and its variables."""
    limits = [("e.date >= %s", query.since), ("e.date <= %s", query.until)]
    asked = [(clause, str(day)) for clause, day in limits if day is not None]
    out = [f"e.id NOT IN ({numbers(query.left_out)})"] if query.left_out else []
    clauses = ["1 = 1", *(clause for clause, _ in asked), *out]
    return " AND ".join(clauses), [day for _, day in asked]


def now_text() -> str:
    """The moment as Django stores it in SQLite: UTC, without its offset."""
    return str(timezone.now().replace(tzinfo=None))
