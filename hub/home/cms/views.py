"""All of one pile of the dashboard, page by page."""

from typing import Any

from django.core.paginator import Page as PageOfList
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from hub.core.missing import found
from hub.core.pagination import page_of
from hub.home.cms.gaps import EVERYTHING, SOURCES, gaps_for
from hub.home.cms.waiting import PILES, open_to, rows
from hub.home.guide import guide_address
from hub.pages.boards import Framed

PER_PAGE = 50


def guide(_request: HttpRequest) -> HttpResponse:
    """Leads to the guide for authors, so that a menu can link to it without a query."""
    return redirect(guide_address() or "wagtailadmin_home")


class GapsView(Framed, TemplateView):
    """Where the hub fails its readers: all of it, or one kind of gap."""

    page_title = _("Where readers find too little")
    header_icon = "warning"
    template_name = "home/cms/gaps.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = self.request.GET.get("show")
        shelf = next((source for source in SOURCES if source.name == asked), EVERYTHING)
        gaps = gaps_for(self.request.user, self.request.reader, shelf.name)
        page: PageOfList = page_of(self.request, gaps, PER_PAGE)
        return super().get_context_data(**kwargs) | {
            "shelves": (EVERYTHING, *SOURCES),
            "shelf": shelf,
            "page_obj": page,
        }


class WaitingView(WagtailAdminTemplateMixin, TemplateView):
    """A pile's name is all that an address gives: it is always one's own pile."""

    template_name = "home/cms/waiting.html"
    header_icon = "tasks"
    _show_breadcrumbs = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.pile = found(next((pile for pile in PILES if pile.name == kwargs["name"]), None))
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return str(self.pile.heading)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        reader = self.request.reader
        notes = open_to(self.pile.gather(self.request.user), reader)
        page: PageOfList = page_of(self.request, list(notes.items()), PER_PAGE)
        return super().get_context_data(**kwargs) | {"page_obj": page, "rows": rows(page)}
