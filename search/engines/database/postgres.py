"""PostgreSQL's own full-text search, worked out from the same rows without an index of its own.

Right in what it shows and to whom; slow beyond some thousands of entries.
"""

import re
from collections.abc import Mapping, Sequence
from functools import reduce
from operator import add
from typing import Any

from django.contrib.postgres.search import (
    CombinedSearchVector,
    SearchHeadline,
    SearchQuery,
    SearchRank,
    SearchVector,
)
from django.db.models import Count, Q

from hub.access.readers import ANONYMOUS, Reader
from search.engines.base import MARK_END, MARK_START, Group, Hit, Query, Results, Term
from search.engines.database.filters import labels_held, labels_wanted
from search.enums import Facet
from search.models import Entry, EntrySection
from search.models.entry import EntryQuerySet

CONFIG = "english"


def vector(**weights: str) -> CombinedSearchVector:
    """Weighted fields as one vector, ready to match and to rank."""
    parts: list[Any] = [SearchVector(name, weight=w, config=CONFIG) for name, w in weights.items()]
    return reduce(add, parts)


ENTRY = vector(text__title="A", text__aliases="B", text__summary="C", text__body="D")
SECTION = vector(heading="A", text="B")


def search_query(terms: Sequence[Term]) -> SearchQuery:
    """Any term suffices; `websearch` takes every string without a syntax error."""
    words = " or ".join('"' + " ".join(term).replace('"', " ") + '"' for term in terms)
    return SearchQuery(words, config=CONFIG, search_type="websearch")


class PostgresEngine:
    def __init__(self, using: str = "default") -> None:
        self.using = using

    def matching(self, wanted: SearchQuery, reader: Reader) -> EntryQuerySet:
        entries = Entry.objects.using(self.using).readable_by(reader)
        return entries.annotate(vector=ENTRY).filter(vector=wanted)

    def search(self, query: Query, reader: Reader) -> Results:
        if not query.terms:
            return Results()
        wanted = search_query(query.terms)
        matching = self.matching(wanted, reader).exclude(pk__in=query.left_out)
        labels = labels_held(self.using)
        counted = matching.order_by().values_list("kind", "labels_id").annotate(Count("pk"))
        narrowed = matching
        if kinds := query.filters.get(Facet.KIND):
            narrowed = narrowed.filter(kind__in=kinds)
        if (ids := labels_wanted(query.filters, labels)) is not None:
            narrowed = narrowed.filter(labels_id__in=ids)
        ranked = narrowed.annotate(score=SearchRank(ENTRY, wanted)).order_by("-score", "pk")
        rows = ranked.values_list("pk", "kind", "object_id", "labels_id", "score")
        hits = self.with_sections([Hit(*row) for row in rows[: query.limit]], wanted)
        return Results(tuple(hits), tuple(Group(*row) for row in counted), labels)

    def with_sections(self, hits: Sequence[Hit], wanted: SearchQuery) -> list[Hit]:
        sections = (
            EntrySection.objects.using(self.using)
            .filter(entry_id__in=[hit.entry_id for hit in hits])
            .annotate(vector=SECTION, score=SearchRank(SECTION, wanted))
            .filter(vector=wanted)
            .order_by("score", "-pk")
        )
        best = {s.entry_id: (s.pk, s.score) for s in sections.only("pk", "entry_id")}
        return [
            Hit(h.entry_id, h.kind, h.object_id, h.labels_id, h.score, *best.get(h.entry_id, ()))
            for h in hits
        ]

    def snippets(self, query: Query, section_ids: Sequence[int]) -> Mapping[int, str]:
        headline = SearchHeadline(
            "text",
            search_query(query.terms),
            config=CONFIG,
            start_sel=MARK_START,
            stop_sel=MARK_END,
            max_words=32,
            min_words=16,
        )
        sections = EntrySection.objects.using(self.using).filter(pk__in=section_ids)
        return dict(sections.annotate(headline=headline).values_list("pk", "headline"))

    def holds(self, words: Sequence[str], reader: Reader) -> frozenset[str]:
        return frozenset(
            word for word in words if self.matching(search_query([(word,)]), reader).exists()
        )

    def complete(self, words: Term, limit: int) -> list[int]:
        entries = Entry.objects.using(self.using).readable_by(ANONYMOUS)
        for word in words:
            beginning = rf"\m{re.escape(word)}"
            named = Q(text__title__iregex=beginning) | Q(text__aliases__iregex=beginning)
            entries = entries.filter(named)
        return list(entries.values_list("pk", flat=True)[:limit]) if words else []
