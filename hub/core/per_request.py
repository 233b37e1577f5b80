"""What is worked out once and kept while one reading request is answered.

Only requests that change nothing (GET, HEAD) keep: in all others, and outside requests, a second
call must see what the first one changed.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import ParamSpec, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")

_kept: ContextVar[dict[Hashable, object] | None] = ContextVar("kept_for_request", default=None)


@contextmanager
def keeping() -> Iterator[None]:
    """While it lasts, a function marked `once_per_request` runs once for equal arguments."""
    token = _kept.set({})
    try:
        yield
    finally:
        _kept.reset(token)


def once_per_request(function: Callable[P, R]) -> Callable[P, R]:
    """Keeps the answer for equal arguments, which must be hashable. Others get the same object."""

    @wraps(function)
    def kept(*args: P.args, **kwargs: P.kwargs) -> R:
        known = _kept.get()
        if known is None:
            return function(*args, **kwargs)
        key = (function, args, *sorted(kwargs.items()))
        if key not in known:
            known[key] = function(*args, **kwargs)
        return cast(R, known[key])

    return kept
