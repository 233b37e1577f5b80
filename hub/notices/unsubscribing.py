"""Signed addresses that stop the emails about one thing, without signing in (RFC 8058)."""

from dataclasses import dataclass

from django.core import signing
from django.urls import reverse

SALT = "notices.unsubscribe"


@dataclass(frozen=True, slots=True)
class Stop:
    """Who wants to hear no more, and of what."""

    person_id: int
    kind: str
    object_id: int


def unsubscribe_path(stop: Stop) -> str:
    token = signing.dumps([stop.person_id, stop.kind, stop.object_id], salt=SALT)
    return reverse("notices:unsubscribe", args=[token])


def read_token(token: str) -> Stop | None:
    """What a token asks for, or None when we did not sign it."""
    try:
        person_id, kind, object_id = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError):
        return None
    return Stop(person_id, kind, object_id)
