"""What a handling marking asks for, and how to tell that something bears it.

A marking is a part of the rule, so that whatever obeys the rule obeys the marking.
"""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from hub.access.enums import Marking
from hub.access.rules import Clause, Rule, allows
from hub.access.sensitive import is_sensitive, mark_session_sensitive
from hub.access.tokens import PRACTITIONER, SECOND_FACTOR

SENSITIVE_CLAUSES: frozenset[Clause] = frozenset(
    {frozenset({PRACTITIONER}), frozenset({SECOND_FACTOR})}
)

HANDLING = _(
    "Share it only with people who need it for their work. Don't forward it or save it on your own "
    "device."
)


def clauses_of_marking(level: str) -> frozenset[Clause]:
    """What must hold of a reader, beside what the thing asks for itself."""
    return SENSITIVE_CLAUSES if level == Marking.OFFICIAL_SENSITIVE else frozenset()


def marking_of(wanted: Rule) -> Marking:
    return Marking.OFFICIAL_SENSITIVE if is_sensitive(wanted) else Marking.OFFICIAL


def may_read_sensitive(tokens: frozenset[str]) -> bool:
    return allows(SENSITIVE_CLAUSES, tokens)


@dataclass(frozen=True, slots=True)
class ShownMarking:
    """A marking as a page shows it, with what it asks of those who read."""

    label: str
    sentence: str = ""
    is_sensitive: bool = False


def show_marking(request: HttpRequest, wanted: Rule) -> None:
    """Lets the page that answers this request bear the marking of a thing with this rule.

    Call it where the thing is shown: the session then ends sooner, too. No query.
    """
    level = marking_of(wanted)
    if level == Marking.OFFICIAL_SENSITIVE:
        mark_session_sensitive(request)
        request.marking = ShownMarking(str(level.label), str(HANDLING), is_sensitive=True)
    elif settings.SHOW_OFFICIAL_MARKING:
        request.marking = ShownMarking(str(level.label))
