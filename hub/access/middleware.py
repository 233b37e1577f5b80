from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject
from wagtail.models import Page

from hub.access.pages import readable_or_draft
from hub.access.readers import reader_for

LONGEST_ID = 18


class ReaderMiddleware:
    """Puts `request.reader` on the request, worked out once when something first asks."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.reader = SimpleLazyObject(lambda: reader_for(request.user))
        return self.get_response(request)


class ClosedPagesMiddleware:
    """In the CMS, too, a page that its rule closes to someone is missing.

    A permission to edit the tree is no permission to read what is closed to one's role or area.
    Covers every CMS address that names a page: edit, preview, history, copy, move and the rest.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: Any, _args: Any, kwargs: Mapping[str, Any]
    ) -> None:
        if request.path.startswith(f"{settings.CMS_PATH}pages/") and request.user.is_authenticated:
            named = Page.objects.filter(pk__in=page_ids(kwargs))
            if named.count() != readable_or_draft(named, request.reader).count():
                raise Http404


def page_ids(kwargs: Mapping[str, Any]) -> set[int]:
    """The ids of pages among the arguments of a CMS address, by the names that Wagtail uses.

    A number too large for the database names no page.
    """
    return {
        int(value)
        for name, value in kwargs.items()
        if "page" in name or name in {"pk", "destination_id"}
        if str(value).isdecimal() and len(str(value)) <= LONGEST_ID
    }
