"""Redirects, which Wagtail makes when an address changes, lead nobody to what is closed to them."""

from urllib.parse import urlsplit

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from wagtail.contrib.redirects.middleware import RedirectMiddleware
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from hub.access.cms_addresses import CMS, Named
from hub.access.pages import may_read_page, readable_or_draft
from hub.access.readers import Reader


class ReadableRedirectMiddleware(RedirectMiddleware):
    """The new address would tell that the page exists, and what it is called now."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        answer = super().process_response(request, response)
        if answer is not response and leads_to_closed(request, answer["Location"]):
            return response
        return answer


def leads_to_closed(request: HttpRequest, address: str) -> bool:
    """Whether a page answers at the address, or above it, that this reader may not open."""
    site = Site.find_for_request(request)
    parts = urlsplit(address).path.strip("/").split("/")
    top = site.root_page.url_path
    paths = [top + "/".join([*parts[:count], ""]) for count in range(1, len(parts) + 1)]
    page = Page.objects.filter(url_path__in=paths).order_by("-depth").first()
    return page is not None and not (page.live and may_read_page(page, request.reader))


def readable_redirects(rows: QuerySet[Redirect], reader: Reader) -> QuerySet[Redirect]:
    """Those to open pages, and those to addresses."""
    pages = readable_or_draft(Page.objects.filter(pk__in=rows.values("redirect_page")), reader)
    return rows.filter(Q(redirect_page=None) | Q(redirect_page__in=pages.values("pk")))


REDIRECTS = Named(lambda: Redirect, readable_redirects, (f"{CMS}redirects/",), {"redirect_id"})
