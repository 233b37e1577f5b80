"""Signed addresses that stop emails without signing in (RFC 8058).

A mail about a thing that its reader follows stops the emails about that thing, any other mail those
of its category, a round-up the round-ups.
"""

from dataclasses import dataclass

from django.core import signing
from django.urls import reverse

from hub.notices.enums import ALWAYS_AT_ONCE, Category

SALT = "notices.unsubscribe"


@dataclass(frozen=True, slots=True)
class Stop:
    """Who wants to hear no more, and of what: a thing, a category or, with neither, round-ups."""

    person_id: int
    kind: str = ""
    object_id: int | None = None
    category: str = ""


def unsubscribe_path(stop: Stop) -> str:
    parts = [stop.person_id, stop.kind, stop.object_id, stop.category]
    return reverse("notices:unsubscribe", args=[signing.dumps(parts, salt=SALT)])


def read_token(token: str) -> Stop | None:
    """What a token asks for, or None when we did not sign it or it names nothing to stop."""
    try:
        stop = Stop(*signing.loads(token, salt=SALT))
    except (signing.BadSignature, ValueError, TypeError):
        return None
    known = not stop.category or stop.category in set(Category) - ALWAYS_AT_ONCE
    return stop if known else None
