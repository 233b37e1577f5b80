"""Sessions end twelve hours after signing in, or when idle after something sensitive."""

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from hub.access.sensitive import idle_too_long, stays_sensitive

SIGNED_IN_AT = "signed_in_at"


def signed_in(request: HttpRequest, **_kwargs: Any) -> None:
    """Receives every sign-in, by whichever way."""
    request.session[SIGNED_IN_AT] = time.time()


class SessionLimitsMiddleware:
    """Signs out who has been here too long, before anything answers; no query of its own.

    The request goes on as a stranger's, so that a form can keep what was typed. A session that
    doesn't know its beginning is over.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            reason = reason_to_end(request)
            if reason:
                logout(request)
                messages.info(request, reason)
            else:
                stays_sensitive(request)
        return self.get_response(request)


def reason_to_end(request: HttpRequest) -> str:
    age = time.time() - request.session.get(SIGNED_IN_AT, 0)
    if age > settings.SESSION_COOKIE_AGE:
        return _("You were signed out, as everyone is after 12 hours. Sign in again to go on.")
    if idle_too_long(request):
        return _(
            "You were signed out: you had read something sensitive, and then nothing happened for "
            "30 minutes. Sign in again to go on."
        )
    return ""
