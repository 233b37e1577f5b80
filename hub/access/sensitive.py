"""What is sensitive: its rule asks for a second factor. Sessions that saw it end sooner."""

import time

from django.conf import settings
from django.http import HttpRequest

from hub.access.rules import Rule
from hub.access.tokens import SECOND_FACTOR

SEEN_AT = "sensitive_seen_at"
# A session is written once a minute at most, not with every request.
GRAIN = 60


def is_sensitive(wanted: Rule) -> bool:
    return frozenset({SECOND_FACTOR}) in wanted


def mark_session_sensitive(request: HttpRequest) -> None:
    """From here on the session ends SENSITIVE_IDLE_SECONDS after its last request.

    Call it where something sensitive is shown.
    """
    if request.user.is_authenticated:
        note_activity(request)


def stays_sensitive(request: HttpRequest) -> None:
    """Counts this request as activity in a session that has seen something sensitive."""
    if SEEN_AT in request.session:
        note_activity(request)


def note_activity(request: HttpRequest) -> None:
    if time.time() - request.session.get(SEEN_AT, 0) >= GRAIN:
        request.session[SEEN_AT] = time.time()


def idle_too_long(request: HttpRequest) -> bool:
    """Whether a sensitive session has been left alone; False for any other."""
    seen_at = request.session.get(SEEN_AT)
    return seen_at is not None and time.time() - seen_at > settings.SENSITIVE_IDLE_SECONDS
