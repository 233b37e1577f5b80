from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject
from wagtail.models import Page

from hub.access.cms_addresses import PAGES, all_named
from hub.access.current import answering
from hub.access.pages import rule_of_page
from hub.access.readers import reader_for
from hub.access.second_factor import has_second_factor
from hub.access.services import record_audit, record_view
from hub.core.middleware import READING


class ReaderMiddleware:
    """Puts `request.reader` on the request, worked out once when something first asks.

    The same is `current_reader()` while the request is answered.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.reader = SimpleLazyObject(
            lambda: reader_for(request.user, second_factor=has_second_factor(request))
        )
        with answering(request.reader):
            return self.get_response(request)


class ClosedThingsMiddleware:
    """In the CMS, too, a page, image or document that its rule closes to someone is missing.

    A permission to edit the tree is no permission to read what is closed to one's role or area.
    Covers every CMS address that names one: edit, preview, history, copy, move and the rest, and
    what is done to many at once.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: Any, _args: Any, kwargs: Mapping[str, Any]
    ) -> None:
        if not request.path.startswith(settings.CMS_PATH) or not request.user.is_authenticated:
            return
        for named in all_named():
            ids = named.ids(request, kwargs)
            if ids and named.hides_any(named.every().filter(pk__in=ids), request.reader):
                raise Http404
        if request.method in READING:
            record_opened(request, PAGES.in_address(request, kwargs))


def record_opened(request: HttpRequest, ids: Iterable[int]) -> None:
    """Editors, previews and histories show what a page says as well as the page does."""
    for page in Page.objects.filter(pk__in=ids).only("pk", "path"):
        rule, subject = rule_of_page(page), f"page {page.pk}"
        record_view(reader=request.reader, rule=rule, action="page.opened", subject=subject)


class ExportsMiddleware:
    """Records each list that the CMS hands out as a file, whichever report makes it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith(settings.CMS_PATH) and is_export(request, response):
            name = request.resolver_match.url_name if request.resolver_match else "?"
            person_id = request.reader.user_id
            record_audit(action="list.exported", subject=f"list {name}", person_id=person_id)
        return response


def is_export(request: HttpRequest, response: HttpResponse) -> bool:
    attached = response.headers.get("Content-Disposition", "").startswith("attachment")
    return attached and "export" in request.GET and response.status_code == 200
