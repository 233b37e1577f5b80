"""Questions to Elasticsearch, as plain functions of what is asked."""

import datetime
from collections.abc import Collection, Sequence
from typing import Any

from elasticsearch.dsl import Q
from elasticsearch.dsl.query import Query as Clause

from search.engines.base import MARK_END, MARK_START, Filters, Query, Term
from search.enums import Facet, Sort

ENTRY_FIELDS = ["title^2", "aliases^2", "summary", "body"]
SECTION_FIELDS = ["sections.heading^2", "sections.text"]
ORDERS: dict[Sort, list[Any]] = {
    Sort.RELEVANCE: [{"_score": "desc"}, {"entry_id": "asc"}],
    Sort.DATE: [{"date": {"order": "desc", "missing": "_last"}}, {"entry_id": "desc"}],
}
# More combinations of kind and labels than a hub will have.
MOST_GROUPS = 20_000
# So many entries may be found by meaning alone, if they are so near; 1 is the same.
NEAREST, NEAR = 10, 0.5
# Beside words whose scores are about as high, so that the best by meaning come to be ranked.
MEANING_BOOST = 5.0
PASSAGE = {
    "fragment_size": 220,
    "number_of_fragments": 1,
    "pre_tags": [MARK_START],
    "post_tags": [MARK_END],
}


def any_of(terms: Sequence[Term], fields: Sequence[str]) -> Clause:
    """Words are looked for in all fields together, as if they were one; phrases in each.

    A repeated word weighs as often as it stands there.
    """
    words = " ".join(term[0] for term in terms if len(term) == 1)
    clauses = [phrase(term, fields) for term in terms if len(term) > 1]
    if words:
        clauses.append(Q("combined_fields", query=words, fields=list(fields)))
    return Q("bool", should=clauses, minimum_should_match=1)


def phrase(term: Term, fields: Sequence[str]) -> Clause:
    return Q("multi_match", query=" ".join(term), type="phrase", fields=list(fields))


def matching(query: Query, fields: Sequence[str]) -> Clause:
    """What an entry must hold, and what lifts it."""
    must = [any_of([term], fields) for term in query.required]
    if query.terms:
        must.append(any_of([*query.required, *query.terms], fields))
    return Q("bool", must=must, must_not=[any_of([term], fields) for term in query.excluded])


def matching_or_near(query: Query, seen: Sequence[Clause]) -> Clause:
    """Also what means nearly the same, unless the newest come first or words must (not) occur.

    The nearest are looked for among what the reader may see only.
    """
    by_words = query.required or query.excluded or query.sort != Sort.RELEVANCE
    if by_words or not query.meaning:
        return matching(query, ENTRY_FIELDS)
    near = Q(
        "knn",
        field="meaning",
        query_vector=list(query.meaning),
        k=NEAREST,
        num_candidates=10 * NEAREST,
        similarity=NEAR,
        filter=list(seen),
        boost=MEANING_BOOST,
    )
    return Q("bool", should=[matching(query, ENTRY_FIELDS), near], minimum_should_match=1)


def visible(
    rules: Collection[int], behind: Collection[int], now: datetime.datetime
) -> list[Clause]:
    """Filters that leave what a reader with these rules may see, without the entries `behind`."""
    expired = Q("range", expires_at={"lte": now.isoformat()})
    clauses = [Q("terms", rule=[str(pk) for pk in sorted(rules)]), ~expired]
    if behind:
        clauses.append(~Q("terms", entry_id=sorted(behind)))
    return clauses


def dated(query: Query) -> list[Clause]:
    limits = {"gte": query.since, "lte": query.until}
    asked = {name: day.isoformat() for name, day in limits.items() if day is not None}
    return [Q("range", date=asked)] if asked else []


def left_in(query: Query) -> list[Clause]:
    return [~Q("terms", entry_id=list(query.left_out))] if query.left_out else []


def chosen(filters: Filters, labels: Collection[int] | None) -> Clause:
    """What the filters let through; it leaves the counts alone."""
    clauses = []
    if kinds := filters.get(Facet.KIND):
        clauses.append(Q("terms", kind=sorted(kinds)))
    if labels is not None:
        clauses.append(Q("terms", labels=[str(pk) for pk in sorted(labels)]))
    return Q("bool", filter=clauses)


def entries(query: Query, seen: Sequence[Clause], labels: Collection[int] | None) -> dict[str, Any]:
    """The best entries, and how many there are of each group."""
    asked = [*seen, *dated(query), *left_in(query)]
    return {
        "query": Q("bool", must=[matching_or_near(query, asked)], filter=asked).to_dict(),
        "post_filter": chosen(query.filters, labels).to_dict(),
        "aggs": {"groups": {"terms": {"field": "group", "size": MOST_GROUPS}}},
        "sort": ORDERS[query.sort],
        "track_scores": True,
        "track_total_hits": False,
        "size": query.limit,
        "source": False,
        "docvalue_fields": ["object_id", "group"],
    }


def sections(query: Query, ids: Sequence[int]) -> dict[str, Any]:
    """The best section of each of these entries."""
    best = {"size": 1, "_source": False, "docvalue_fields": ["sections.id"]}
    nested = Q(
        "nested",
        path="sections",
        query=any_of(query.ranked, SECTION_FIELDS),
        score_mode="max",
        inner_hits=best,
    )
    return {
        "query": Q("bool", must=[nested], filter=[Q("terms", entry_id=list(ids))]).to_dict(),
        "track_total_hits": False,
        "size": len(ids),
        "source": False,
        "docvalue_fields": ["entry_id"],
    }


def passages(query: Query, entry_ids: Sequence[int], ids: Sequence[int]) -> dict[str, Any]:
    """These sections of these entries, with a passage around what matches."""
    wanted = any_of(list(dict.fromkeys(query.ranked)), SECTION_FIELDS)
    found = {
        "size": len(ids),
        "_source": False,
        "docvalue_fields": ["sections.id"],
        "highlight": {"fields": {"sections.text": PASSAGE}},
    }
    nested = Q(
        "nested",
        path="sections",
        query=Q("bool", must=[wanted], filter=[Q("terms", **{"sections.id": list(ids)})]),
        inner_hits=found,
    )
    return {
        "query": Q("bool", filter=[nested, Q("terms", entry_id=list(entry_ids))]).to_dict(),
        "size": len(entry_ids),
        "source": False,
    }


def held(words: Sequence[str], seen: Sequence[Clause]) -> dict[str, Any]:
    """How many entries hold each of the words."""
    asked = {word: any_of([(word,)], ENTRY_FIELDS).to_dict() for word in words}
    return {
        "query": Q("bool", filter=list(seen)).to_dict(),
        "aggs": {"words": {"filters": {"filters": asked}}},
        "size": 0,
        "track_total_hits": False,
    }


def beginnings(words: Term, seen: Sequence[Clause], limit: int) -> dict[str, Any]:
    """Entries whose names hold all the words, the last one as a beginning."""
    *whole, last = words
    clauses = [named(word, "exact") for word in whole] + [named(last, "start")]
    return {
        "query": Q("bool", filter=[*clauses, *seen]).to_dict(),
        "sort": ["_doc"],
        "size": limit,
        "track_total_hits": False,
        "source": False,
        "docvalue_fields": ["entry_id"],
    }


def named(word: str, form: str) -> Clause:
    return Q("multi_match", query=word, fields=[f"title.{form}", f"aliases.{form}"])
