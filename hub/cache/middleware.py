"""Keeps whole pages for people who aren't signed in, until anything that a page shows changes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.core.cache import caches
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import has_vary_header

from hub.cache.models import Change, State

OPEN_TO_NOBODY_ELSE = ("private", "no-store", "no-cache")


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page as it was at one state of the content, on one day."""

    state: State
    day: date
    content: bytes
    headers: dict[str, str]


class KeptPagesMiddleware:
    """Stands before all that look at the person: it serves only requests that carry nothing of one.

    One query and no template for a kept page. Pages live in the memory of each process; what they
    may show is settled by the state in the database, which all processes share.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if not settings.PAGE_CACHE:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_impersonal(request):
            return self.get_response(request)
        pages, key = caches["pages"], f"{request.scheme}://{request.get_host()}{request.path}"
        now = (Change.objects.state(), timezone.localdate())
        kept = pages.get(key)
        if kept is not None and (kept.state, kept.day) == now:
            return HttpResponse(kept.content, headers=kept.headers)
        response = self.get_response(request)
        if is_for_everyone(request, response):
            pages.set(key, KeptPage(*now, response.content, dict(response.items())))
        return response


def is_impersonal(request: HttpRequest) -> bool:
    """Whether a request asks for a plain page and tells nothing about who asks."""
    return (
        request.method == "GET"
        and not request.META.get("QUERY_STRING")
        and not request.META.get("HTTP_COOKIE")
        and "HTTP_AUTHORIZATION" not in request.META
        and "HTTP_HX_REQUEST" not in request.META
    )


def is_for_everyone(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether an answer is a page that any stranger may be given.

    A form token or a session would have set a cookie; pages that must be fresh say so themselves.
    """
    control = response.headers.get("Cache-Control", "")
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and not request.reader.is_signed_in
        and response.headers.get("Content-Type", "").startswith("text/html")
        and not any(word in control for word in OPEN_TO_NOBODY_ELSE)
        and not has_vary_header(response, "*")
    )
