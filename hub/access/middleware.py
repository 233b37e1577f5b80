from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject
from wagtail.models import Page

from hub.access.pages import readable_or_draft, rule_of_page
from hub.access.readers import reader_for
from hub.access.second_factor import has_second_factor
from hub.access.services import record_audit, record_view
from hub.core.middleware import READING
from hub.core.numbers import row_id

BULK_PATH = f"{settings.CMS_PATH}bulk/wagtailcore/page/"
PAGE_PATHS = (f"{settings.CMS_PATH}pages/", BULK_PATH)
TARGETS = ("chooser", "new_parent_page")  # where Wagtail's forms move and copy pages to


class ReaderMiddleware:
    """Puts `request.reader` on the request, worked out once when something first asks."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.reader = SimpleLazyObject(
            lambda: reader_for(request.user, second_factor=has_second_factor(request))
        )
        return self.get_response(request)


class ClosedPagesMiddleware:
    """In the CMS, too, a page that its rule closes to someone is missing.

    A permission to edit the tree is no permission to read what is closed to one's role or area.
    Covers every CMS address that names a page: edit, preview, history, copy, move and the rest,
    and what is done to many pages at once.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: Any, _args: Any, kwargs: Mapping[str, Any]
    ) -> None:
        if not request.path.startswith(PAGE_PATHS) or not request.user.is_authenticated:
            return
        ids = {*page_ids(kwargs), *sent_ids(request)}
        named = Page.objects.filter(pk__in=ids)
        if request.path.startswith(BULK_PATH) and "all" in request.GET.getlist("id"):
            named = Page.objects.all()
        if named.count() != readable_or_draft(named, request.reader).count():
            raise Http404
        if request.method in READING:
            record_opened(request, page_ids(kwargs))


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


def page_ids(kwargs: Mapping[str, Any]) -> set[int]:
    """The ids of pages among the arguments of a CMS address, by the names that Wagtail uses."""
    values = (
        value
        for name, value in kwargs.items()
        if "page" in name or name in {"pk", "destination_id"}
    )
    return numbers(values)


def sent_ids(request: HttpRequest) -> set[int]:
    """The pages that a bulk action is for, and the one that pages are moved or copied to."""
    bulk = request.GET.getlist("id") if request.path.startswith(BULK_PATH) else []
    return numbers([*bulk, *(request.POST.get(name, "") for name in TARGETS)])


def numbers(values: Iterable[object]) -> set[int]:
    return {pk for pk in map(row_id, map(str, values)) if pk is not None}
