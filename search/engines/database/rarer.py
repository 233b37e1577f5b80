"""Of many words asked together, those that an entry must hold one of."""

from collections.abc import Callable, Mapping, Sequence

from search.engines.base import RERANKED, Query, Results, Term

# So many entries are enough to choose from: those that hold none of the rarer words come far below.
ENOUGH = 2000


def by_rarer_terms(
    query: Query,
    count: Callable[[Sequence[Term]], Sequence[int]],
    matches: Callable[[Sequence[Term]], Results],
) -> Results:
    """What holds one of the rarer terms; where the reader may see few of those, all that matches.

    `count` says how many entries hold each term. `matches` finds what holds one of those it is
    given, or any term of the query where it is given none.
    """
    terms = finding(query.terms)
    several = len(terms) > 1 and not query.required
    needed = rarer_terms(dict(zip(terms, count(terms), strict=True))) if several else ()
    found = matches(needed)
    return matches(()) if needed and not enough(found) else found


def finding(terms: Sequence[Term]) -> tuple[Term, ...]:
    """Those that find entries; a phrase with a word that is asked alone as well only lifts some."""
    alone = {term[0] for term in terms if len(term) == 1}
    return tuple(dict.fromkeys(t for t in terms if len(t) == 1 or alone.isdisjoint(t)))


def rarer_terms(held: Mapping[Term, int]) -> tuple[Term, ...]:
    """The rarest of the terms that `ENOUGH` entries hold together; none where all are needed.

    The others still lift what is found. `held` says how many entries hold each term.
    """
    rarer: list[Term] = []
    for term in sorted(held, key=lambda term: held[term]):
        if sum(held[one] for one in rarer) >= ENOUGH:
            return tuple(rarer)
        rarer.append(term)
    return ()


def enough(results: Results) -> bool:
    """Whether this reader may see as many as are ranked again, filters aside."""
    return sum(results.groups.values()) >= RERANKED
