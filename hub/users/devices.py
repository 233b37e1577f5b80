"""Browsers that a person has signed in with before, remembered by the browser itself.

A signed cookie holds a mark for each person who used it; it says nothing of them and opens nothing.
"""

from django.conf import settings
from django.core import signing
from django.dispatch import Signal
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

COOKIE = "known_device"
SALT = "users.devices"
A_YEAR = 365 * 24 * 3600
MOST_PEOPLE = 20

# Sent with `request` and `user` when somebody signs in with a browser that was new to them.
signed_in_from_new_device = Signal()


def mark_of(person_id: int) -> str:
    return salted_hmac(SALT, str(person_id), algorithm="sha256").hexdigest()[:32]


def known_marks(request: HttpRequest) -> list[str]:
    try:
        marks = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=A_YEAR)
    except signing.BadSignature:
        return []
    return [str(mark) for mark in marks]


def is_known(request: HttpRequest, person_id: int) -> bool:
    return mark_of(person_id) in known_marks(request)


def remember(request: HttpRequest, response: HttpResponse, person_id: int) -> None:
    """The last twenty people of a shared computer are remembered."""
    mine = mark_of(person_id)
    marks = [mark for mark in known_marks(request) if mark != mine]
    response.set_cookie(
        COOKIE,
        signing.dumps([*marks, mine][-MOST_PEOPLE:], salt=SALT),
        max_age=A_YEAR,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
        path="/accounts/",
    )
