"""Where the board lies in the CMS, and what leads there."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.models import Page

from hub.pages.models import HubPage
from hub.usefulness.cms.views import BOARD, ICON, PROBLEM, BoardView, PageView, ProblemView
from hub.usefulness.telling import PAGE
from hub.users.models import User


@hooks.register("register_admin_urls")
def board_addresses() -> list[URLPattern]:
    return [
        path("usefulness/", BoardView.as_view(), name=BOARD),
        path("usefulness/<int:page_id>/", PageView.as_view(), name=PAGE),
        path("usefulness/problems/<int:answer_id>/", ProblemView.as_view(), name=PROBLEM),
    ]


@hooks.register("register_reports_menu_item")
def board_in_menu() -> MenuItem:
    return MenuItem(BoardView.page_title, reverse(BOARD), "usefulness", icon_name=ICON, order=1080)


@hooks.register("register_page_header_buttons")
def board_button(page: Page, user: User, **_where: Any) -> Iterator[Button]:
    """On pages that ask their readers, for who may change them."""
    kept = page.specific_deferred
    asks = isinstance(kept, HubPage) and kept.asks_if_useful
    if asks and kept.permissions_for_user(user).can_edit():
        address = reverse(PAGE, args=[page.pk])
        yield Button(BoardView.page_title, url=address, icon_name=ICON, priority=90)
