"""How long a piece of work takes, and how much memory at its highest."""

import re
import time
from pathlib import Path

SELF = Path("/proc/self")
HELD, PEAK = (re.compile(rf"{name}:\s+(\d+) kB") for name in ("VmRSS", "VmHWM"))


class Watch:
    """Starts when it is made. Linux forgets the highest so far when it is told to."""

    def __init__(self) -> None:
        (SELF / "clear_refs").write_text("5")
        self.before, self.started = megabytes(HELD), time.perf_counter()

    @property
    def seconds(self) -> float:
        return time.perf_counter() - self.started

    @property
    def megabytes(self) -> float:
        """At most, on top of what the process held before."""
        return megabytes(PEAK) - self.before


def megabytes(what: re.Pattern[str]) -> float:
    found = what.search((SELF / "status").read_text())
    return int(found[1]) / 1024 if found else 0.0
