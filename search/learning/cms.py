"""The addresses of searches in the CMS, and their place in its menus."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from search.learning.report import SearchesView, may_read_searches
from search.learning.requests import ContentRequestViewSet


class SearchesMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_read_searches(request.reader)


@hooks.register("register_admin_urls")
def searches_addresses() -> list[URLPattern]:
    results = SearchesView.as_view(results_only=True)
    return [
        path("searches/", SearchesView.as_view(), name="cms_searches"),
        path("searches/results/", results, name="cms_searches_results"),
    ]


@hooks.register("register_reports_menu_item")
def searches_in_menu() -> SearchesMenuItem:
    address = reverse("cms_searches")
    title = _("What people search for")
    return SearchesMenuItem(title, address, name="searches", icon_name="search", order=1040)


@hooks.register("register_reports_menu_item")
def quality_in_menu() -> SearchesMenuItem:
    address = reverse("cms_search_quality")
    title = _("How well search does")
    return SearchesMenuItem(title, address, name="search-quality", icon_name="search", order=1050)


@hooks.register("register_admin_viewset")
def content_requests() -> ContentRequestViewSet:
    return ContentRequestViewSet("content_requests")
