"""PostgreSQL: BM25 from a text index of its own, worked out by functions in the database."""

from collections import Counter
from collections.abc import Mapping, Sequence

from django.utils import timezone

from hub.access.readers import ANONYMOUS, Reader
from search.engines.base import MARK_END, MARK_START, Hit, Query, Results, Term
from search.engines.database.filters import labels_held, labels_wanted
from search.engines.database.rarer import by_rarer_terms
from search.engines.database.reading import DatabaseReading
from search.enums import Sort
from search.models.labels import LabelsById

MATCHES = """
SELECT id, kind, object_id, labels_id, score, section_id, section_score, number
FROM search_matches(%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
"""
HELD = "SELECT search_held(search_lexemes(term)) FROM unnest(%s::text[]) AS term"
SNIPPETS = """
SELECT id, ts_headline('search_words', left(text, 100000), query, %s)
FROM search_entrysection, (
  SELECT string_agg(phraseto_tsquery('search_words', search_fold(term))::text, ' | ')::tsquery
  FROM unnest(%s::text[]) AS term
  WHERE search_lexemes(term) IS NOT NULL
) AS asked (query) WHERE id = ANY (%s) AND query IS NOT NULL
"""
HEADLINE = f'StartSel="{MARK_START}", StopSel="{MARK_END}", MaxWords=32, MinWords=16'
HOLDS = """
SELECT word FROM unnest(%s::text[]) AS word WHERE EXISTS (
  SELECT FROM search_entry_words
  WHERE keys && search_keys((search_lexemes(word))[1]) AND rule_id = ANY (%s)
    AND (expires_at IS NULL OR expires_at > %s)
)
"""
COMPLETE = """
SELECT entry_id FROM search_entry_words
WHERE names @@ search_beginning(%s) AND rule_id = ANY (%s)
  AND (expires_at IS NULL OR expires_at > %s)
LIMIT %s
"""


class PostgresEngine(DatabaseReading):
    def search(self, query: Query, reader: Reader) -> Results:
        """Four queries: rules, labels, terms, and entries with their best sections and the counts.

        Five where those with the rarer terms are too few.
        """
        if not query.ranked:
            return Results()
        allowed = self.allowed(reader)
        labels = labels_held(self.using)
        return by_rarer_terms(
            query, self.counts, lambda needed: self.matches(query, needed, allowed, labels)
        )

    def counts(self, terms: Sequence[Term]) -> list[int]:
        """How many entries hold each of the terms."""
        return [number for (number,) in self.rows(HELD, [list(map(words, terms))])]

    def matches(
        self, query: Query, rarer: Sequence[Term], allowed: Sequence[int], labels: LabelsById
    ) -> Results:
        asked = Counter(map(words, query.ranked))
        wanted = labels_wanted(query.filters, labels)
        parameters = [
            list(asked),
            list(map(float, asked.values())),
            list(map(words, rarer or query.ranked)),
            list(map(words, query.required)),
            list(map(words, query.excluded)),
            list(query.left_out),
            allowed,
            None if wanted is None else list(wanted),
            query.since,
            query.until,
            timezone.now(),
            query.sort == Sort.DATE,
            query.limit,
        ]
        rows = self.rows(MATCHES, parameters)
        hits = tuple(Hit(*row[:7]) for row in rows if row[0] is not None)
        groups = {row[3]: row[7] for row in rows if row[0] is None}
        return Results(hits, groups, labels)

    def snippets(self, query: Query, section_ids: Sequence[int]) -> Mapping[int, str]:
        if not section_ids or not query.ranked:
            return {}
        asked = list(dict.fromkeys(map(words, query.ranked)))
        return dict(self.rows(SNIPPETS, [HEADLINE, asked, list(section_ids)]))

    def holds(self, words: Sequence[str], reader: Reader) -> frozenset[str]:
        """One query, and one for the rules."""
        if not words:
            return frozenset()
        found = self.rows(HOLDS, [list(map(storable, words)), self.allowed(reader), timezone.now()])
        held = {word for (word,) in found}
        return frozenset(word for word in words if storable(word) in held)

    def complete(self, words: Term, limit: int) -> list[int]:
        """One query, and one for the rules."""
        if not words:
            return []
        parameters = [list(map(storable, words)), self.allowed(ANONYMOUS), timezone.now(), limit]
        return [pk for (pk,) in self.rows(COMPLETE, parameters)]


def words(term: Term) -> str:
    return storable(" ".join(term))


def storable(text: str) -> str:
    """Without what PostgreSQL can't take: the zero character and halves of surrogate pairs."""
    return text.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
