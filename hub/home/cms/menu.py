"""The CMS's menus in the hub's words, without what says nothing here."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

# Wagtail's reports by their names. The dashboard says better which pages are old.
REPORTS: dict[str, Promise] = {
    "approvals": _("What waits on whom"),
    "workflows": _("Sent for approval"),
    "site-history": _("Who changed what"),
    "locked-pages": _("Locked pages"),
    "searches": _("What people search for"),
    "search-quality": _("How well search does"),
    "unread-files": _("Files that search can’t read"),
    "dead-links": _("Links to other sites that lead nowhere"),
    "page-checks": _("What could be mended in pages"),
    "course-reports": _("What courses lack, and how they do"),
    "gaps": _("Where readers find too little"),
    "upkeep": _("Pages to keep right"),
    "ripples": _("What changed, and what rests on it"),
    "usefulness": _("Whether pages are useful"),
    "audit": _("Audit record"),
}
HELP = ("keyboard-shortcuts-trigger",)
SETTINGS: dict[str, Promise] = {
    "workflows": _("Ways to approval"),
    "workflow-tasks": _("Who approves"),
    "collections": _("Collections: who may open which files"),
    "redirects": _("Addresses that lead elsewhere"),
}


def name_reports(_request: HttpRequest, items: list[MenuItem]) -> None:
    items[:] = [item for item in items if item.name in REPORTS]
    rename(items, REPORTS)


def name_settings(_request: HttpRequest, items: list[MenuItem]) -> None:
    rename(items, SETTINGS)


def name_help(_request: HttpRequest, items: list[MenuItem]) -> None:
    """Our own guide in the place of Wagtail's, which is about a site that isn't this one."""
    guide = MenuItem(_("Guide for authors"), reverse("cms_guide"), name="guide", icon_name="help")
    items[:] = [guide, *(item for item in items if item.name in HELP)]


def rename(items: Iterable[MenuItem], names: dict[str, Promise]) -> None:
    for item in items:
        item.label = names.get(item.name, item.label)
