"""Sweeps and rebuilds that are disturbed or killed wherever another process may act."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from search.engines.elastic.indices import Indices
from search.models.entry import EntryQuerySet
from search.sync import rebuilding, shipping

# Before and after each of these, rows or the index have changed and the other side hasn't heard.
POINTS: tuple[tuple[Any, str], ...] = (
    (shipping, "send"),
    (shipping, "show"),
    (rebuilding, "send"),
    (rebuilding, "show"),
    (rebuilding, "compare"),
    (Indices, "create"),
    (Indices, "swap"),
    (EntryQuerySet, "mark_synced"),
)


class Killed(BaseException):
    """Nothing catches it, as nothing catches a signal."""


class Interruptions:
    """Runs one disturbance when so many points have been passed; then it is spent."""

    def __init__(self) -> None:
        self.left = self.spent = 0
        self.disturbance: Callable[[], object] | None = None

    @contextmanager
    def after(self, points: int, disturbance: Callable[[], object]) -> Iterator[None]:
        """Ends what is killed in the block. A block that is over before is left in peace."""
        self.left, self.disturbance = points, disturbance
        try:
            yield
        except Killed:
            pass
        finally:
            self.disturbance = None

    def pass_point(self) -> None:
        self.left -= 1
        if self.left < 0 and self.disturbance is not None:
            disturbance, self.disturbance = self.disturbance, None
            self.spent += 1
            disturbance()


def kill() -> None:
    raise Killed


def interrupted(function: Callable[..., Any], interruptions: Interruptions) -> Callable[..., Any]:
    def run(*args: Any, **kwargs: Any) -> Any:
        interruptions.pass_point()
        answer = function(*args, **kwargs)
        interruptions.pass_point()
        return answer

    return run


@pytest.fixture
def interruptions(monkeypatch: pytest.MonkeyPatch) -> Interruptions:
    made = Interruptions()
    for place, name in POINTS:
        monkeypatch.setattr(place, name, interrupted(getattr(place, name), made))
    # Nobody searches here: the index that was read before may go at once.
    monkeypatch.setattr(rebuilding, "SECONDS_TO_FINISH", 0)
    return made
