"""Scheduled work. Each app names its own; the command that starts it knows none of them."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Tick:
    """Work that is safe to start at any time and any number of times."""

    name: str
    run: Callable[[], str | None]


_ticks: dict[str, Tick] = {}


def register_tick(name: str, run: Callable[[], str | None]) -> Tick:
    """Adds work under a name; `run` may return a line that says what it did.

    Raises ValueError when other work has the name.
    """
    known = _ticks.setdefault(name, Tick(name, run))
    if known.run is not run:
        raise ValueError(f"Two pieces of scheduled work are named {name}")
    return known


def ticks() -> tuple[Tick, ...]:
    return tuple(_ticks.values())


def run_tick(tick: Tick) -> tuple[bool, str]:
    """Runs one piece of work; a failure is logged and told, so that the others still run."""
    try:
        return True, tick.run() or "done"
    except Exception as error:
        logger.exception("Scheduled work %s failed", tick.name)
        return False, f"failed: {error}"
