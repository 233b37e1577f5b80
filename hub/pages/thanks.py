"""Whom a page thanks: other apps say so, and know who agreed to be named."""

from collections.abc import Callable, Iterable

from wagtail.models import Page

Thanked = Callable[[Page], Iterable[str]]

_told_by: list[Thanked] = []


def register_thanks(thanked: Thanked) -> None:
    """Names of people who agreed, for a page. At most one query."""
    _told_by.append(thanked)


def thanked_on(page: Page) -> list[str]:
    return [name for thanked in _told_by for name in thanked(page)]
