"""What is done to a page is done to those below it: only by who may read them all.

Hooks of Wagtail. Who would do it is told that something is in the way, and not what.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.models import Page

from hub.access.cms_addresses import PAGES

WITH_ALL_BELOW = ("move", "delete")


def refused(request: HttpRequest, pages: Iterable[Page]) -> HttpResponse | None:
    """The way back to where the first such page lies, with the reason; None where all is open."""
    for page in pages:
        if PAGES.hides_any(page.get_descendants(), request.reader):
            messages.error(
                request,
                _(
                    "Below “%(page)s” are pages that you can't open, so you can't change them "
                    "along with it. Ask somebody who can open them all."
                )
                % {"page": page.get_admin_display_title()},
            )
            return redirect("wagtailadmin_explore", page.get_parent().pk)
    return None


def is_ticked(request: HttpRequest, name: str) -> bool:
    return request.method == "POST" and bool(request.POST.get(name))


def copy_only_what_is_open(request: HttpRequest, page: Page) -> HttpResponse | None:
    return refused(request, [page]) if is_ticked(request, "copy_subpages") else None


def unpublish_only_what_is_open(request: HttpRequest, page: Page) -> HttpResponse | None:
    return refused(request, [page]) if is_ticked(request, "include_descendants") else None


def move_only_what_is_open(
    request: HttpRequest, page: Page, _destination: Page
) -> HttpResponse | None:
    return refused(request, [page])


def delete_only_what_is_open(request: HttpRequest, page: Page) -> HttpResponse | None:
    return refused(request, [page])


def change_only_what_is_open(
    request: HttpRequest, action: str, things: Iterable[Any], _view: object
) -> HttpResponse | None:
    if action in WITH_ALL_BELOW or is_ticked(request, "include_descendants"):
        return refused(request, [thing for thing in things if isinstance(thing, Page)])
    return None
