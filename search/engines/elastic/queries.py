"""Questions to Elasticsearch, as plain functions of what is asked."""

import datetime
from collections.abc import Collection, Sequence
from typing import Any

from elasticsearch.dsl import Q
from elasticsearch.dsl.query import Query as Clause

from search.engines.base import Query, Term
from search.enums import Sort

WORDS, SECTION_WORDS = "words", "sections.words"
# A second order beside the score costs a third more; the engine puts equals in order.
ORDERS: dict[Sort, list[Any]] = {
    Sort.RELEVANCE: ["_score"],
    Sort.DATE: [{"date": {"order": "desc", "missing": "_last"}}, {"entry_id": "desc"}],
}
# More combinations of labels than a hub will have, in the order that costs least.
GROUPS = {"field": "labels", "size": 20_000, "order": {"_key": "asc"}}
# So many entries may be found by meaning alone, if they are so near; 1 is the same.
NEAREST, NEAR = 10, 0.5
# Beside words whose scores are about as high, so that the best by meaning come to be ranked.
MEANING_BOOST = 5.0


def columns(*names: str) -> dict[str, Any]:
    """Values of the hits that stand in columns; reading a stored one, even the id, costs more."""
    return {"stored_fields": "_none_", "docvalue_fields": list(names)}


def any_of(terms: Sequence[Term], field: str) -> Clause:
    """A repeated word weighs as often as it stands there."""
    words = " ".join(term[0] for term in terms if len(term) == 1)
    clauses = [Q("match_phrase", **{field: " ".join(term)}) for term in terms if len(term) > 1]
    if words:
        clauses.append(Q("match", **{field: words}))
    return clauses[0] if len(clauses) == 1 else Q("bool", should=clauses, minimum_should_match=1)


def matching(query: Query, needed: Collection[Term]) -> Clause:
    """What an entry must hold, and what lifts it: of the `needed` one at least, or of all."""
    must = [any_of([term], WORDS) for term in query.required]
    lifting = []
    if query.terms:
        lifting = [term for term in query.ranked if needed and term not in needed]
        must.append(any_of([term for term in query.ranked if term not in lifting], WORDS))
    return Q(
        "bool",
        must=must,
        should=[any_of(lifting, WORDS)] if lifting else [],
        must_not=[any_of([term], WORDS) for term in query.excluded],
    )


def matching_or_near(query: Query, needed: Collection[Term], seen: Sequence[Clause]) -> Clause:
    """Also what means nearly the same, unless the newest come first or words must (not) occur.

    The nearest are looked for among what the reader may see only.
    """
    by_words = query.required or query.excluded or query.sort != Sort.RELEVANCE
    if by_words or not query.meaning:
        return matching(query, needed)
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
    return Q("bool", should=[matching(query, needed), near], minimum_should_match=1)


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


def chosen(labels: Collection[int] | None) -> list[Clause]:
    """What the filters let through."""
    return [] if labels is None else [Q("terms", labels=sorted(labels))]


def best_section(query: Query) -> Clause:
    best = {"size": 1, **columns("sections.id")}
    words = any_of(query.ranked, SECTION_WORDS)
    return Q("nested", path="sections", query=words, score_mode="max", inner_hits=best)


def entries(
    query: Query,
    needed: Collection[Term],
    seen: Sequence[Clause],
    labels: Collection[int] | None,
) -> dict[str, Any]:
    """The best entries, each with its best section, and how many there are of each group.

    The filters come after the counts. Beside them the section is no condition: it is looked for
    in the entries of the answer only.
    """
    asked = [*seen, *dated(query), *left_in(query)]
    return {
        "query": Q("bool", must=[matching_or_near(query, needed, asked)], filter=asked).to_dict(),
        "post_filter": Q(
            "bool",
            filter=[Q("match_all"), *chosen(labels)],
            should=[best_section(query)],
        ).to_dict(),
        "aggs": {"groups": {"terms": GROUPS}},
        "sort": ORDERS[query.sort],
        "track_scores": query.sort != Sort.RELEVANCE,
        "track_total_hits": False,
        "size": query.limit,
        **columns("entry_id", "object_id", "kind", "labels"),
    }


def numbers(terms: Sequence[Term]) -> list[dict[str, Any]]:
    """How many entries hold each of the terms: a search for each, which reads no list of a word."""
    return [
        part
        for term in terms
        for part in (
            {},
            {"query": any_of([term], WORDS).to_dict(), "size": 0, "track_total_hits": True},
        )
    ]


def held(words: Sequence[str], seen: Sequence[Clause]) -> dict[str, Any]:
    """How many entries hold each of the words."""
    asked = {word: any_of([(word,)], WORDS).to_dict() for word in words}
    return {
        "query": Q("bool", filter=list(seen)).to_dict(),
        "aggs": {"words": {"filters": {"filters": asked}}},
        "size": 0,
        "track_total_hits": False,
    }


def beginnings(words: Term, seen: Sequence[Clause], limit: int) -> dict[str, Any]:
    """Entries whose names hold all the words, the last one as a beginning."""
    *whole, last = words
    clauses = [*(Q("match", names=word) for word in whole), Q("match", **{"names.start": last})]
    return {
        "query": Q("bool", filter=[*clauses, *seen]).to_dict(),
        "sort": ["_doc"],
        "size": limit,
        "track_total_hits": False,
        **columns("entry_id"),
    }
