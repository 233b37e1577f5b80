"""Runs a judged collection through the hub's own rows, engine and query code."""

import os
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from statistics import fmean
from typing import TYPE_CHECKING

from django.db import transaction

from hub.access.readers import ANONYMOUS
from hub.access.registry import Document
from hub.access.rules import EVERYONE
from search.engines.base import Engine, Query
from search.evaluation.collection import Collection
from search.evaluation.measures import average_precision, ndcg, percentile, recall
from search.meaning.vectors import batches_lacking, embed
from search.models.labels import labels_of
from search.query.meaning import closeness, vector_of
from search.query.mixing import reranked
from search.query.parsing import Parsed, parse
from search.query.spelling import spelling
from search.query.words import Speller
from search.sync.rows import EntryRow, section_rows
from search.sync.store import Store

if TYPE_CHECKING:
    from search.meaning.model import Model

DEPTH = 1000
KIND = "document"


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
        kind=KIND,
        object_id=number,
        rule=EVERYONE,
        labels=labels_of(KIND, document),
        date=None,
        expires_at=None,
        title=document.title,
        other_names="",
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


def load_meaning(model: "Model", using: str) -> None:
    """On all processors: two minutes or so for a thousand pages of text."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for batch in batches_lacking(model.fingerprint, using):
            embed(batch, model, using, pool.map)


def measure(
    collection: Collection, engine: Engine, using: str, model: "Model | None" = None
) -> Report:
    """Asks every judged query once, of documents that were loaded, by words or by meaning too."""
    names = list(collection.documents)
    rankings: dict[str, list[str]] = {}
    times = []
    words = Speller(using, in_background=False)
    words.dictionary()
    for name, text in collection.judged_queries:
        started = time.perf_counter()
        parsed = parse(text)
        query = query_of(parsed, engine, words)
        query = replace(query, meaning=vector_of(parsed.text, model))
        found = engine.search(query, ANONYMOUS)
        hits = reranked(found.hits, closeness(parsed.text, found.hits, model, using))
        times.append((time.perf_counter() - started) * 1000)
        rankings[name] = [names[hit.object_id - 1] for hit in hits]
    return report(rankings, collection, times)


def query_of(parsed: Parsed, engine: Engine, words: Speller) -> Query:
    """As a search asks it, without the glossary and the law, which no collection has."""
    near = spelling(parsed, engine, ANONYMOUS, words=words).terms
    return Query(
        (*parsed.terms, *near), limit=DEPTH, required=parsed.required, excluded=parsed.excluded
    )


def report(rankings: dict[str, list[str]], collection: Collection, times: list[float]) -> Report:
    pairs = [(ranking, collection.judgements[name]) for name, ranking in rankings.items()]
    return Report(
        ndcg=fmean(ndcg(*pair) for pair in pairs) if pairs else 0.0,
        map=fmean(average_precision(*pair) for pair in pairs) if pairs else 0.0,
        recall=fmean(recall(*pair) for pair in pairs) if pairs else 0.0,
        p50=percentile(times, 0.5),
        p95=percentile(times, 0.95),
    )
