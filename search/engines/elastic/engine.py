"""Elasticsearch: ranking over all fields together, access inside the same query."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils import timezone
from elasticsearch import Elasticsearch
from elasticsearch.dsl.query import Query as Clause

from hub.access.models import AccessRule
from hub.access.readers import ANONYMOUS, Reader
from search.engines.base import (
    MARK_END,
    MARK_START,
    RERANKED,
    Behind,
    Group,
    Hit,
    Query,
    Results,
    Term,
)
from search.engines.database.filters import labels_held, labels_wanted
from search.engines.elastic import queries
from search.engines.elastic.client import Deadline
from search.engines.elastic.indices import Indices
from search.models import Entry, EntrySection, Removal
from search.models.section import SECTION_BITS

# For the requests of one question together. A person waits for several, and for the reserve.
SECONDS = 0.6
# Of so many entries may the access be newer here than there; they are named in every query.
MOST_BEHIND = 1000


class ElasticEngine:
    """Raises Behind, or one of UNAVAILABLE, from every method."""

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
        """One query of the database, one request.

        A passage that the section no longer says is left out: Elasticsearch may be behind.
        """
        if not section_ids or not query.ranked:
            return {}
        entry_ids = sorted({pk >> SECTION_BITS for pk in section_ids})
        body = queries.passages(query, entry_ids, section_ids)
        found = self.ask(body, Deadline(self.seconds))["hits"]["hits"]
        sections = [s for hit in found for s in hit["inner_hits"]["sections"]["hits"]["hits"]]
        passages = {section_id(s): passage_of(s) for s in sections if "highlight" in s}
        stored = EntrySection.objects.using(self.using).filter(pk__in=list(passages))
        texts = dict(stored.values_list("pk", "text"))
        return {pk: text for pk, text in passages.items() if plain(text) in texts.get(pk, "")}

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
    kind, _, labels_id = found["fields"]["group"][0].rpartition(":")
    object_id = found["fields"]["object_id"][0]
    return Hit(int(found["_id"]), kind, object_id, int(labels_id), found["_score"] or 0.0)


def group_of(bucket: Mapping[str, Any]) -> Group:
    kind, _, labels_id = bucket["key"].rpartition(":")
    return Group(kind, int(labels_id), bucket["doc_count"])


def section_id(inner: Mapping[str, Any]) -> int:
    return int(inner["fields"]["sections.id"][0])


def passage_of(inner: Mapping[str, Any]) -> str:
    return inner["highlight"]["sections.text"][0]


def plain(passage: str) -> str:
    return passage.replace(MARK_START, "").replace(MARK_END, "")
