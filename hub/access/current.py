"""Who is in front of the screen, for code that is handed no request: widgets and converters."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from hub.access.readers import Reader

_current: ContextVar[Reader | None] = ContextVar("current_reader", default=None)


def current_reader() -> Reader | None:
    """The reader of the request that is being answered; None outside one."""
    return _current.get()


@contextmanager
def answering(reader: Reader) -> Iterator[None]:
    token = _current.set(reader)
    try:
        yield
    finally:
        _current.reset(token)
