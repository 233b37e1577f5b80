"""Forbidden equals missing: both get the same answer, which tells nothing else."""

from typing import TypeVar

from django.http import Http404

Thing = TypeVar("Thing")


def found(thing: Thing | None) -> Thing:
    """What a look-up gave. Raises Http404 where it gave nothing."""
    if thing is None:
        raise Http404
    return thing


def require(allowed: bool) -> None:
    """Raises Http404 where a power is missing."""
    if not allowed:
        raise Http404
