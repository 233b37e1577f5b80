"""The board lists pages that its reader may change: each list is there for something to do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.models import Page

from hub.access.enums import Role
from hub.core.pagination import page_of
from hub.pages.boards import Framed, changeable_by
from hub.upkeep.due import changed_below, due_soon, without_name

BOARD, ICON = "cms_upkeep", "history"
PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Shelf:
    """A part of a list, by the name that its address has."""

    name: str
    heading: str | Promise
    about: str | Promise
    find: Callable[[Any], Sequence[Any] | QuerySet]


def shelf_asked(request: HttpRequest, shelves: Sequence[Shelf]) -> Shelf:
    """The one of `?show=`, else the first."""
    asked = request.GET.get("show")
    return next((shelf for shelf in shelves if shelf.name == asked), shelves[0])


SHELVES = (
    Shelf(
        "due",
        _("Due for review"),
        _("To be read again within 30 days, or overdue. Readers see that a page is overdue."),
        due_soon,
    ),
    Shelf(
        "changed",
        _("Out of date"),
        _("Something that these pages rest on has changed. Readers see that until you confirm."),
        changed_below,
    ),
    Shelf(
        "nobody",
        _("Kept by a role alone"),
        _("No owner or deputy is named, or they have left. Everybody with the role is asked."),
        without_name,
    ),
)


class BoardView(Framed, TemplateView):
    page_title = _("Pages to keep right")
    header_icon = ICON
    template_name = "upkeep/cms/board.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shelf = shelf_asked(self.request, SHELVES)
        mine = Q(pk__in=changeable_by(self.request.user))
        listed = page_of(self.request, shelf.find(mine), PER_PAGE)
        return super().get_context_data(**kwargs) | {
            "shelves": SHELVES,
            "shelf": shelf,
            "page_obj": listed,
            "rows": with_titles(listed),
        }


def with_titles(rows: Any) -> list[dict[str, Any]]:
    """One query."""
    titles = dict(
        Page.objects.filter(pk__in=[row.page_id for row in rows]).values_list("pk", "draft_title")
    )
    return [
        row._asdict() | {"title": titles[row.page_id], "role": Role(row.role).label}
        for row in rows
        if row.page_id in titles
    ]
