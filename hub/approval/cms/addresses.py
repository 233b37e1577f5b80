from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from hub.approval.cms.board import BOARD, ICON, BoardView
from hub.approval.cms.decision import DecisionView
from hub.approval.mails import DECISION


@hooks.register("register_admin_urls")
def approval_addresses() -> list[URLPattern]:
    return [
        path("approvals/", BoardView.as_view(), name=BOARD),
        path("approvals/<int:state_id>/", DecisionView.as_view(), name=DECISION),
    ]


@hooks.register("register_reports_menu_item")
def board_in_menu() -> MenuItem:
    return MenuItem(BoardView.page_title, reverse(BOARD), "approvals", icon_name=ICON, order=1060)
