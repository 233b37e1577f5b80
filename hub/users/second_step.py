"""Leading people to their second step, where it would open something for them."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.access.enums import EVERYDAY_ROLES
from hub.access.readers import Reader, reader_for
from hub.access.second_factor import has_second_factor
from hub.users.models import User

READING = frozenset({"GET", "HEAD"})
# The way back after a passkey or an app is set up, which takes several pages.
WANTED = "wanted_after_second_step"


def holds_powers(person: User) -> bool:
    """Whether a role above a practitioner waits for a second step. Two queries."""
    return any(held.role not in EVERYDAY_ROLES for held in reader_for(person).roles)


def to_second_step(request: HttpRequest, back_to: str) -> HttpResponse:
    """To the page where the step is set up or shown, and back from there."""
    request.session[WANTED] = back_to
    return redirect(f"{reverse('mfa_index')}?{urlencode({'next': back_to})}")


class SecondStepMiddleware:
    """Answers "missing" with the second step, where the step is all that is missing.

    Forbidden and missing are one 404, so the view itself says whether the second factor would
    open it: it is asked once more as for this person signed in fully, and what it answers and
    writes is thrown away. Whoever may not read it either way gets the same 404 as before.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, Http404) or request.method not in READING:
            return None
        if not request.user.is_authenticated or has_second_factor(request):
            return None
        if opens(request, reader_for(request.user)):
            return to_second_step(request, request.get_full_path())
        return None


def opens(request: HttpRequest, reader: Reader) -> bool:
    """Whether the view of this request answers such a reader. Nothing that it writes stays."""
    before, match = request.reader, request.resolver_match
    kept = dict(request.session.items())
    request.reader = reader
    try:
        with transaction.atomic():
            answer = match.func(request, *match.args, **match.kwargs)
            for close in answer._resource_closers:  # its own close() would end the request too
                close()
            transaction.set_rollback(True)
    except Http404:
        return False
    finally:
        request.reader = before
        if dict(request.session.items()) != kept:
            request.session.clear()
            request.session.update(kept)
    return True
