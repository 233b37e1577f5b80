"""Notices that somebody asked for, again and again: one click in each mail ends the series.

A series is followed like a thing, by a row of its own in the app that sends it, and it isn't one:
search, feeds and lists of kinds know nothing of it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise

from hub.access.readers import Reader
from hub.access.registry import Card, none_sensitive


@dataclass(frozen=True, kw_only=True)
class Series:
    """`readable` are the reader's own rows; `effect` and `undo` what the click's page says."""

    name: str
    readable: Callable[[Reader], QuerySet]
    card: Callable[[Any], Card]
    effect: str | Promise
    undo: str | Promise
    sensitive: Callable[[Any], set[int]] = none_sensitive


_series: dict[str, Series] = {}


def register_series(series: Series) -> Series:
    """Raises ValueError when another has the name."""
    known = _series.setdefault(series.name, series)
    if known is not series:
        raise ValueError(f"Two series of notices are named {series.name}")
    return series


def series_named(name: str) -> Series | None:
    return _series.get(name)
