"""A rule is a set of clauses that must all hold; a clause is a set of tokens of which one suffices.

Restrictions on ancestors add up, so a flat list of tokens would open a child meant for B to a
reader of A. Two clauses keep them apart.
"""

import hashlib
import json
from collections.abc import Iterable

from hub.access.tokens import NOBODY, PUBLIC

Clause = frozenset[str]
Rule = frozenset[Clause]

EVERYONE: Rule = frozenset()


def rule(*clauses: Iterable[str]) -> Rule:
    """The canonical rule: clauses that hold for everyone or that another implies are dropped.

    An empty clause can hold for nobody; it stays as a clause that no one has a token for.
    """
    kept: set[Clause] = set()
    for tokens in clauses:
        clause = frozenset(tokens)
        if PUBLIC in clause:
            continue
        kept.add(clause or frozenset({NOBODY}))
    return frozenset(c for c in kept if not any(other < c for other in kept))


def is_no_wider(inner: Rule, outer: Rule) -> bool:
    """Whether everybody whom `inner` lets in is let in by `outer` as well."""
    return all(any(clause <= other for clause in inner) for other in outer)


def allows(wanted: Rule, tokens: frozenset[str]) -> bool:
    """Whether someone with these tokens may read. The only function that decides."""
    return all(not clause.isdisjoint(tokens) for clause in wanted)


def as_lists(wanted: Rule) -> list[list[str]]:
    """The rule as sorted lists, the shape it is stored in."""
    return sorted(sorted(clause) for clause in wanted)


def digest(wanted: Rule) -> str:
    """A stable name for the rule: 64 hexadecimal characters."""
    return hashlib.sha256(json.dumps(as_lists(wanted)).encode()).hexdigest()
