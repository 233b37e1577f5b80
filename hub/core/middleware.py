"""Response headers that every page owes its reader."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils.cache import add_never_cache_headers, patch_cache_control

from hub.core.numbers import LONGEST
from hub.core.per_request import keeping

READING = frozenset({"GET", "HEAD"})
ANSWERED = ("GET", "HEAD", "POST")
GetResponse = Callable[[HttpRequest], HttpResponse]


def policy_text(directives: dict[str, list[str]]) -> str:
    """The header value of a policy written as Django 6 writes SECURE_CSP."""
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in directives.items())


class ContentPolicyMiddleware:
    """Adds the content policy and leaves a policy that is already there.

    The CMS has its looser one only for whom the gate before it let in: what others meet at its
    addresses is a page of the hub. Previews in the CMS make an inner request that gets the strict
    policy; it must survive the outer response.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self.public = policy_text(settings.SECURE_CSP)
        self.cms = policy_text(settings.CMS_CSP)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        let_in = getattr(request, "passed_staff_gate", False)
        is_cms = let_in and request.path.startswith(settings.CMS_PATH)
        policy = self.cms if is_cms else self.public
        response.headers.setdefault("Content-Security-Policy", policy)
        return response


class MethodsMiddleware:
    """Refuses methods that no page of the hub sends, before anything looks at who asks for what.

    Many views of others, Wagtail's pages and documents among them, would take one for a GET.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method in ANSWERED:
            return self.get_response(request)
        return HttpResponseNotAllowed(ANSWERED)


class NumbersMiddleware:
    """Puts 0, which is no row's, for a number in an address that is too large for any row.

    Databases raise on such a number, each in its own way; each view says in its own that nothing
    is there.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, _request: HttpRequest, _view: object, _args: object, named: dict[str, object]
    ) -> None:
        for name, value in named.items():
            if isinstance(value, int) and value >= 10**LONGEST:
                named[name] = 0


class KeepingMiddleware:
    """Lets a request that changes nothing work out a thing once, however many parts ask for it."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in READING:
            return self.get_response(request)
        with keeping():
            return self.get_response(request)


class PrivateCacheMiddleware:
    """Marks every page of a signed-in person `private, no-store`, so that no cache keeps it."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.user.is_authenticated:
            add_never_cache_headers(response)
            patch_cache_control(response, private=True, no_store=True)
        return response
