"""Runs a judged collection through the hub's own rows, engine and query code."""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean

from django.db import transaction

from hub.access.readers import ANONYMOUS
from hub.access.registry import Document
from hub.access.rules import EVERYONE
from search.engines.base import Engine, Query
from search.evaluation.collection import Collection
from search.evaluation.measures import average_precision, ndcg, percentile, recall
from search.models.labels import labels_of
from search.query.mixing import reranked
from search.query.parsing import parse
from search.sync.rows import EntryRow, section_rows
from search.sync.store import Store

DEPTH = 1000


@dataclass(frozen=True, slots=True)
class Report:
    """Means over the judged queries; times in milliseconds."""

    ndcg: float
    map: float
    recall: float
    p50: float
    p95: float

    def as_keys(self) -> dict[str, float]:
        values = (self.ndcg, self.map, self.recall, self.p50, self.p95)
        names = ("ndcg@10", "map", "r@100", "p50_ms", "p95_ms")
        return {name: round(value, 4) for name, value in zip(names, values, strict=True)}


def row_of_document(number: int, document: Document) -> EntryRow:
    sections = section_rows(document)
    return EntryRow(
        kind="document",
        object_id=number,
        rule=EVERYONE,
        labels=labels_of(document),
        date=None,
        expires_at=None,
        title=document.title,
        aliases="",
        summary=document.summary,
        body="\n".join(section.text for section in sections),
        url=f"/{number}/",
        sections=sections,
    )


def load(documents: Iterable[Document], using: str) -> None:
    """About a second for a thousand documents."""
    store = Store(using)
    with transaction.atomic(using=using):
        for number, document in enumerate(documents, start=1):
            store.add(row_of_document(number, document))


def evaluate(collection: Collection, engine: Engine, using: str) -> Report:
    """Loads the documents and asks every judged query once."""
    load(collection.documents.values(), using)
    names = list(collection.documents)
    rankings: dict[str, list[str]] = {}
    times = []
    for name, text in collection.judged_queries:
        started = time.perf_counter()
        found = engine.search(Query(parse(text).terms, limit=DEPTH), ANONYMOUS)
        hits = reranked(found.hits)
        times.append((time.perf_counter() - started) * 1000)
        rankings[name] = [names[hit.object_id - 1] for hit in hits]
    return report(rankings, collection, times)


def report(rankings: dict[str, list[str]], collection: Collection, times: list[float]) -> Report:
    pairs = [(ranking, collection.judgements[name]) for name, ranking in rankings.items()]
    return Report(
        ndcg=fmean(ndcg(*pair) for pair in pairs) if pairs else 0.0,
        map=fmean(average_precision(*pair) for pair in pairs) if pairs else 0.0,
        recall=fmean(recall(*pair) for pair in pairs) if pairs else 0.0,
        p50=percentile(times, 0.5),
        p95=percentile(times, 0.95),
    )
