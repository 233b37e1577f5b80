"""The dashboard of the CMS, where its lists go on, and its menus."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.site_summary import SummaryItem
from wagtail.admin.ui.components import Component

from hub.home.cms import menu
from hub.home.cms.dashboard import WaitingPanel
from hub.home.cms.views import GapsView, WaitingView, guide


@hooks.register("register_admin_urls")
def dashboard_addresses() -> list[URLPattern]:
    return [
        path("waiting/<slug:name>/", WaitingView.as_view(), name="cms_waiting"),
        path("gaps/", GapsView.as_view(), name="cms_gaps"),
        path("guide/", guide, name="cms_guide"),
    ]


@hooks.register("register_reports_menu_item")
def gaps_in_menu() -> MenuItem:
    address = reverse("cms_gaps")
    return MenuItem(GapsView.page_title, address, "gaps", icon_name="warning", order=1060)


@hooks.register("construct_homepage_panels")
def one_panel(_request: HttpRequest, panels: list[Component]) -> None:
    """Wagtail's panels say the same again, and name pages that somebody may no longer read."""
    panels[:] = [WaitingPanel()]


@hooks.register("construct_homepage_summary_items", order=1000)
def no_counts(_request: HttpRequest, items: list[SummaryItem]) -> None:
    """How many pages and pictures there are says nothing about what to do."""
    items.clear()


hooks.register("construct_reports_menu", menu.name_reports)
hooks.register("construct_settings_menu", menu.name_settings)
hooks.register("construct_help_menu", menu.name_help)
