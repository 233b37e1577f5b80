"""The figures as a table, kept in the README between two marks."""

import datetime
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

README = Path(__file__).with_name("README.md")
KNOWN = re.compile(r"^\| ([^|]+) \| ([^|]+) \|", re.MULTILINE)
FIRST_NUMBER = re.compile(r"[\d.]+(?= m?s)")
START, END = "<!-- measured: start -->", "<!-- measured: end -->"


@dataclass(frozen=True, slots=True)
class Row:
    """Figures of one kind of page; times in milliseconds, rates in requests a second."""

    name: str
    p50: float
    p95: float
    computed: float
    queries: int
    rate: float
    aim_ms: int
    aim_rate: int


HEAD = """| Page | p50 | p95 | Aim, p50 | Computing | Queries | Requests a second | Aim |
|---|---|---|---|---|---|---|---|"""


def line(row: Row) -> str:
    cells = (
        row.name,
        f"{row.p50:.1f} ms",
        f"{row.p95:.1f} ms",
        f"{row.aim_ms} ms",
        f"{row.computed:.1f} ms",
        str(row.queries),
        f"{row.rate:.0f}",
        str(row.aim_rate),
    )
    return f"| {' | '.join(cells)} |"


def machine() -> str:
    """Cores and memory, and how busy it was with other work in the minute before."""
    pages, size = os.sysconf("SC_PHYS_PAGES"), os.sysconf("SC_PAGE_SIZE")
    return (
        f"{os.cpu_count()} cores, {pages * size / 2**30:.0f} GB, "
        f"load before the run {os.getloadavg()[0]:.1f}"
    )


def report(rows: Sequence[Row], cached: Sequence[tuple[str, float]], notes: Sequence[str]) -> str:
    kept = [f"| {name} | {rate:.0f} | 2000 |" for name, rate in cached]
    head = ["| Signed out, from the cache | Requests a second | Aim |", "|---|---|---|"]
    parts = [*notes, "", HEAD, *map(line, rows), "", *head, *kept]
    return "\n".join(parts)


def compared(rows: Sequence[tuple[str, str, str]], before: str) -> list[str]:
    """A table of what was measured, what it took and its aim, beside what the last run took."""
    last = {name.strip(): taken for name, taken in KNOWN.findall(before)}
    return ["| What | Taken | Aim | To the last run |", "|---|---|---|---|"] + [
        f"| {what} | {taken} | {aim} | {ratio(taken, last.get(what, ''))} |"
        for what, taken, aim in rows
    ]


def ratio(now: str, before: str) -> str:
    """The first time of a row to the one before it."""
    found = [FIRST_NUMBER.search(text) for text in (now, before)]
    if not all(found):
        return ""
    taken, last = (float(match[0]) for match in found if match)
    return f"{taken / last:.2f}" if last else ""


def today() -> str:
    day = datetime.datetime.now(tz=datetime.UTC).date()
    return f"{day.day} {day:%B %Y}"


def put(text: str, figures: str) -> str:
    """The text with these figures between its marks. Raises ValueError where a mark is missing."""
    before, rest = text.split(START)
    _, after = rest.split(END)
    return f"{before}{START}\n\n{figures}\n\n{END}{after}"
