"""What a handling marking asks for, and how to tell that something bears it.

A marking is a part of the rule, so that whatever obeys the rule obeys the marking.
"""

from hub.access.enums import Marking
from hub.access.rules import Clause, Rule, allows
from hub.access.sensitive import is_sensitive
from hub.access.tokens import PRACTITIONER, SECOND_FACTOR

SENSITIVE_CLAUSES: frozenset[Clause] = frozenset(
    {frozenset({PRACTITIONER}), frozenset({SECOND_FACTOR})}
)


def clauses_of_marking(level: str) -> frozenset[Clause]:
    """What must hold of a reader, beside what the thing asks for itself."""
    return SENSITIVE_CLAUSES if level == Marking.OFFICIAL_SENSITIVE else frozenset()


def marking_of(wanted: Rule) -> Marking:
    return Marking.OFFICIAL_SENSITIVE if is_sensitive(wanted) else Marking.OFFICIAL


def may_read_sensitive(tokens: frozenset[str]) -> bool:
    return allows(SENSITIVE_CLAUSES, tokens)
