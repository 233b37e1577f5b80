"""Where all of it lies in the CMS, and what leads there."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.models import Page

from hub.pages.models import HubPage
from hub.upkeep.cms.board import BOARD, ICON, BoardView
from hub.upkeep.cms.ripples import DECIDE, RIPPLES, DecideView, RipplesView, RippleView
from hub.upkeep.cms.ripples import ICON as RIPPLE_ICON
from hub.upkeep.cms.views import (
    MERGE,
    VERSIONS,
    WITHDRAW,
    MergeView,
    PageView,
    VersionsView,
    WithdrawView,
)
from hub.upkeep.reminding import PAGE
from hub.upkeep.telling import RIPPLE
from hub.users.models import User


@hooks.register("register_admin_urls")
def upkeep_addresses() -> list[URLPattern]:
    return [
        path("upkeep/", BoardView.as_view(), name=BOARD),
        path("ripples/", RipplesView.as_view(), name=RIPPLES),
        path("ripples/<int:change_id>/", RippleView.as_view(), name=RIPPLE),
        path("ripples/<int:change_id>/<int:item_id>/", DecideView.as_view(), name=DECIDE),
        path("upkeep/<int:page_id>/", PageView.as_view(), name=PAGE),
        path("upkeep/<int:page_id>/versions/", VersionsView.as_view(), name=VERSIONS),
        path("upkeep/<int:page_id>/withdraw/", WithdrawView.as_view(), name=WITHDRAW),
        path("upkeep/<int:page_id>/merge/", MergeView.as_view(), name=MERGE),
    ]


@hooks.register("register_reports_menu_item")
def board_in_menu() -> MenuItem:
    return MenuItem(BoardView.page_title, reverse(BOARD), "upkeep", icon_name=ICON, order=1070)


@hooks.register("register_reports_menu_item")
def ripples_in_menu() -> MenuItem:
    address = reverse(RIPPLES)
    return MenuItem(RipplesView.page_title, address, "ripples", icon_name=RIPPLE_ICON, order=1075)


@hooks.register("register_page_header_buttons")
def upkeep_button(page: Page, user: User, **_where: Any) -> Iterator[Button]:
    kept = page.specific_deferred
    if isinstance(kept, HubPage) and kept.permissions_for_user(user).can_edit():
        address = reverse(PAGE, args=[page.pk])
        yield Button(PageView.page_title, url=address, icon_name=ICON, priority=85)
