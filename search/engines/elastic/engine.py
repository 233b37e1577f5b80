"""Elasticsearch: ranking over all fields together, access inside the same query."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from django.db import connections
from django.utils import timezone
from elasticsearch import Elasticsearch
from elasticsearch.dsl.query import Query as Clause

from hub.access.models import AccessRule
from hub.access.readers import ANONYMOUS, Reader
from search.engines.base import (
    Behind,
    Hit,
    Query,
    Results,
    Term,
)
from search.engines.database.current import database_engine
from search.engines.database.filters import labels_held, labels_wanted
from search.engines.database.rarer import by_rarer_terms
from search.engines.elastic import queries
from search.engines.elastic.client import Deadline
from search.engines.elastic.counts import kept_counts
from search.engines.elastic.indices import Indices
from search.enums import Sort
from search.models import Entry, Removal
from search.models.labels import LabelsById

# For the requests of one question together. A person waits for several, and for the reserve.
SECONDS = 0.6
# Of so many entries may the access be newer here than there; they are named in every query.
MOST_BEHIND = 1000


@cache
def behind_sql(using: str, most: int) -> tuple[str, Sequence[Any]]:
    """Every search asks it; putting it together takes ten times as long as answering it."""
    entries = Entry.objects.access_unsynced().values_list("pk", flat=True).order_by()
    gone = Removal.objects.values_list("pk", flat=True).order_by()
    both = entries.union(gone, all=True)[:most]
    return both.query.get_compiler(using).as_sql()


class ElasticEngine:
    """Every method that asks Elasticsearch raises Behind, or one of UNAVAILABLE."""

    def __init__(self, indices: Indices, using: str = "default", seconds: float = SECONDS) -> None:
        self.indices = indices
        self.using = using
        self.seconds = seconds

    def visible(self, reader: Reader) -> list[Clause]:
        """What this reader may see now, whatever Elasticsearch has heard of yet. Three queries."""
        rules = AccessRule.objects.using(self.using).allowed_ids(reader)
        return queries.visible(rules, self.behind(), timezone.now())

    def behind(self) -> list[int]:
        """Ids of entries that Elasticsearch may show to the wrong people. Raises Behind."""
        with connections[self.using].cursor() as cursor:
            cursor.execute(*behind_sql(self.using, MOST_BEHIND + 1))
            found = [pk for (pk,) in cursor.fetchall()]
        if len(found) > MOST_BEHIND:
            raise Behind(f"more than {MOST_BEHIND} entries")
        return found

    def ask(self, body: dict[str, Any], deadline: Deadline) -> dict[str, Any]:
        def search(elastic: Elasticsearch) -> dict[str, Any]:
            return elastic.search(index=self.indices.alias, **body).body

        return deadline.ask(search)

    def search(self, query: Query, reader: Reader) -> Results:
        """Three queries of the database, two requests, of which one is for words not asked lately.

        One more where entries with the rarer terms are too few.
        """
        if not query.ranked:
            return Results()
        deadline = Deadline(self.seconds)
        seen = self.visible(reader)
        labels = labels_held(self.using)
        return by_rarer_terms(
            query,
            lambda terms: self.counts(terms, deadline),
            lambda needed: self.matches(query, needed, seen, labels, deadline),
        )

    def counts(self, terms: Sequence[Term], deadline: Deadline) -> list[int]:
        """How many entries hold each of the terms, now or some minutes ago."""

        def count(unknown: Sequence[Term]) -> list[int]:
            def search(elastic: Elasticsearch) -> list[dict[str, Any]]:
                asked = queries.numbers(unknown)
                return elastic.msearch(index=self.indices.alias, searches=asked)["responses"]

            # What is wrong with an index will be said by the next request.
            found = [answer.get("hits") for answer in deadline.ask(search)]
            return [hits["total"]["value"] if hits else 0 for hits in found]

        return kept_counts(self.indices.alias).of(terms, count)

    def matches(
        self,
        query: Query,
        rarer: Sequence[Term],
        seen: Sequence[Clause],
        labels: LabelsById,
        deadline: Deadline,
    ) -> Results:
        wanted = labels_wanted(query.filters, labels)
        found = self.ask(queries.entries(query, rarer, seen, wanted), deadline)
        hits = [hit_of(hit) for hit in found["hits"]["hits"]]
        if query.sort == Sort.RELEVANCE:
            hits.sort(key=lambda hit: (-hit.score, hit.entry_id))
        buckets = found["aggregations"]["groups"]["buckets"]
        groups = {bucket["key"]: bucket["doc_count"] for bucket in buckets}
        return Results(tuple(hits), groups, labels)

    def snippets(self, query: Query, section_ids: Sequence[int]) -> Mapping[int, str]:
        """By the database: it looks up few sections by id, and says what they say now."""
        return database_engine(self.using).snippets(query, section_ids)

    def holds(self, words: Sequence[str], reader: Reader) -> frozenset[str]:
        """Three queries of the database, one request."""
        if not words:
            return frozenset()
        body = queries.held(list(dict.fromkeys(words)), self.visible(reader))
        counted = self.ask(body, Deadline(self.seconds))["aggregations"]["words"]["buckets"]
        return frozenset(word for word, found in counted.items() if found["doc_count"])

    def complete(self, words: Term, limit: int) -> list[int]:
        """Three queries of the database, one request."""
        if not words:
            return []
        body = queries.beginnings(words, self.visible(ANONYMOUS), limit)
        found = self.ask(body, Deadline(self.seconds))["hits"]["hits"]
        return [hit["fields"]["entry_id"][0] for hit in found]


def hit_of(found: Mapping[str, Any]) -> Hit:
    fields = found["fields"]
    names = ("entry_id", "kind", "object_id", "labels")
    entry_id, kind, object_id, labels_id = (fields[name][0] for name in names)
    score = found["_score"] or 0.0
    return Hit(entry_id, kind, object_id, labels_id, score, *best_section(found))


def best_section(found: Mapping[str, Any]) -> tuple[int, float] | tuple[()]:
    """Its id and score, where any section matches."""
    for section in found["inner_hits"]["sections"]["hits"]["hits"]:
        return int(section["fields"]["sections.id"][0]), section["_score"]
    return ()
