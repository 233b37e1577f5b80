"""Elasticsearch: ranking over all fields together, access inside the same query."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from django.utils import timezone
from elasticsearch import Elasticsearch
from elasticsearch.dsl.query import Query as Clause

from hub.access.models import AccessRule
from hub.access.readers import ANONYMOUS, Reader
from search.engines.base import (
    RERANKED,
    Behind,
    Group,
    Hit,
    Query,
    Results,
    Term,
)
from search.engines.database.current import database_engine
from search.engines.database.filters import labels_held, labels_wanted
from search.engines.elastic import queries
from search.engines.elastic.client import Deadline
from search.engines.elastic.indices import Indices
from search.enums import Sort
from search.models import Entry, Removal

# For the requests of one question together. A person waits for several, and for the reserve.
SECONDS = 0.6
# Of so many entries may the access be newer here than there; they are named in every query.
MOST_BEHIND = 1000


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
        entries = Entry.objects.using(self.using).access_unsynced().values_list("pk", flat=True)
        gone = Removal.objects.using(self.using).values_list("pk", flat=True)
        found = list(entries.order_by().union(gone.order_by(), all=True)[: MOST_BEHIND + 1])
        if len(found) > MOST_BEHIND:
            raise Behind(f"more than {MOST_BEHIND} entries")
        return found

    def ask(self, body: dict[str, Any], deadline: Deadline) -> dict[str, Any]:
        def search(elastic: Elasticsearch) -> dict[str, Any]:
            return elastic.search(index=self.indices.alias, **body).body

        return deadline.ask(search)

    def search(self, query: Query, reader: Reader) -> Results:
        """Four queries of the database, two requests."""
        if not query.ranked:
            return Results()
        deadline = Deadline(self.seconds)
        labels = labels_held(self.using)
        wanted = labels_wanted(query.filters, labels)
        found = self.ask(queries.entries(query, self.visible(reader), wanted), deadline)
        hits = [hit_of(hit) for hit in found["hits"]["hits"]]
        if query.sort == Sort.RELEVANCE:
            hits.sort(key=lambda hit: (-hit.score, hit.entry_id))
        groups = tuple(group_of(bucket) for bucket in found["aggregations"]["groups"]["buckets"])
        return Results(tuple(self.with_sections(hits, query, deadline)), groups, labels)

    def with_sections(self, hits: Sequence[Hit], query: Query, deadline: Deadline) -> list[Hit]:
        """Adds the best section to hits that are ranked by it, and to the last, which are shown."""
        ids = list(dict.fromkeys(h.entry_id for h in (*hits[:RERANKED], *hits[-RERANKED:])))
        if not ids:
            return []
        best = {}
        for found in self.ask(queries.sections(query, ids), deadline)["hits"]["hits"]:
            inner = found["inner_hits"]["sections"]["hits"]["hits"][0]
            best[found["fields"]["entry_id"][0]] = (section_id(inner), inner["_score"])
        return [
            Hit(h.entry_id, h.kind, h.object_id, h.labels_id, h.score, *best.get(h.entry_id, ()))
            for h in hits
        ]

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
    kind, labels_id = kind_and_labels(found["fields"]["group"][0])
    object_id = found["fields"]["object_id"][0]
    return Hit(int(found["_id"]), kind, object_id, labels_id, found["_score"] or 0.0)


def group_of(bucket: Mapping[str, Any]) -> Group:
    return Group(*kind_and_labels(bucket["key"]), bucket["doc_count"])


@lru_cache(maxsize=20_000)
def kind_and_labels(group: str) -> tuple[str, int]:
    """Every search counts the same thousands of groups."""
    kind, _, labels_id = group.rpartition(":")
    return kind, int(labels_id)


def section_id(inner: Mapping[str, Any]) -> int:
    return int(inner["fields"]["sections.id"][0])
