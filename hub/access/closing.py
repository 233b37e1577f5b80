"""What else must be closed when a page is: asked before its privacy, place or marking changes.

Upper apps know what a page holds. They say here what would stay open.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from wagtail.models import Page

from hub.access.pages import rule_of_page
from hub.access.restrictions import page_restrictions
from hub.access.rules import Clause, Rule, rule

StaysOpen = Callable[[Page, Rule], Iterable[str]]

_askers: list[StaysOpen] = []


def ask_before_closing(asker: StaysOpen) -> None:
    """Adds what names the things on a page that more people could open than a rule lets in."""
    if asker not in _askers:
        _askers.append(asker)


def left_open(page: Page, added: Rule, *, instead_of: Clause | None = None) -> list[str]:
    """The names of what would stay open if `added` stood on the page, for those below it as well.

    Reads every published page there: for changes that are rare, not for lists.
    """
    known = [r for r in page_restrictions() if (r.path, r.clause) != (page.path, instead_of)]
    names: dict[str, None] = {}
    for item in page.get_descendants(inclusive=True).live().specific():
        wanted = rule(*rule_of_page(item, known), *added)
        for asker in _askers:
            names |= dict.fromkeys(asker(item, wanted))
    return list(names)


def wider_message(names: list[str]) -> str:
    return _(
        "This page is not for everyone, but more people could open %(names)s. "
        "Move them to a collection that is as closed as the page."
    ) % {"names": get_text_list(names, _("and"))}


def refuse_move(request: HttpRequest, pages: Iterable[Page], place: Page) -> HttpResponse | None:
    """The way back from moving pages below one that is more closed than their files."""
    for page in pages:
        names = left_open(page, rule_of_page(place))
        if names:
            messages.error(request, wider_message(names))
            return redirect("wagtailadmin_explore", page.get_parent().pk)
    return None


def move_with_files(request: HttpRequest, page: Page, destination: Page) -> HttpResponse | None:
    return refuse_move(request, [page], destination)


def move_many_with_files(
    request: HttpRequest, action: str, things: Iterable[Any], view: Any
) -> HttpResponse | None:
    if action != "move":
        return None
    return refuse_move(request, things, view.cleaned_form.cleaned_data["chooser"])
