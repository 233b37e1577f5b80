"""Rows are written in the transaction that changes the thing, when its tree is in its final shape.

Inside `capture()` receivers only mark; the rows are written just before the commit. Outside, rows
are written at once inside whatever transaction is open, and for pages again on commit, because
Wagtail rewrites the paths of descendants by SQL after the signals.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import transaction

from search.sync.dirty import Dirty
from search.sync.writer import write

_captured: ContextVar[Dirty | None] = ContextVar("captured", default=None)


@contextmanager
def capture() -> Iterator[None]:
    """One transaction whose end writes the rows of all that was marked. Inner ones join it."""
    if _captured.get() is not None:
        yield
        return
    dirty = Dirty()
    token = _captured.set(dirty)
    try:
        with transaction.atomic():
            yield
            if dirty and not transaction.get_rollback():
                write(dirty)
    finally:
        _captured.reset(token)


def mark(dirty: Dirty) -> None:
    """Notes what has changed."""
    if not dirty:
        return
    captured = _captured.get()
    if captured is not None:
        captured.add(dirty)
        return
    write_now(dirty)
    if dirty.concerns_pages and transaction.get_connection().in_atomic_block:
        transaction.on_commit(lambda: write_now(dirty))


def write_now(dirty: Dirty) -> None:
    with transaction.atomic():
        write(dirty)
