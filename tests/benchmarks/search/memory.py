"""How much memory a piece of work takes at its highest, in a process of its own."""

import re
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from django.db import connections

PEAK = re.compile(r"VmHWM:\s+(\d+) kB")


def peak_mb() -> float:
    return int(PEAK.search(Path("/proc/self/status").read_text())[1]) / 1024


def watched(work: Callable[[], object]) -> tuple[float, float]:
    before, started = peak_mb(), time.perf_counter()
    work()
    return time.perf_counter() - started, peak_mb() - before


def apart(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds, and the megabytes that came on top of what the process held before."""
    connections.close_all()
    with ProcessPoolExecutor(1, mp_context=get_context("fork")) as pool:
        return pool.submit(watched, work).result()
