"""Whom a page thanks: other apps say so, and know who agreed to be named."""

from collections.abc import Callable, Iterable

from wagtail.models import Page

Thanked = Callable[[Page], Iterable[str]]

# In the order in which apps said so, each once: apps are made ready again by tests of settings.
_told_by: dict[Thanked, None] = {}


def register_thanks(thanked: Thanked) -> None:
    """Names of people who agreed, for a page. At most one query."""
    _told_by[thanked] = None


def thanked_on(page: Page) -> list[str]:
    return [name for thanked in _told_by for name in thanked(page)]
