"""The figures of one engine as a table, kept in SEARCH.md between the marks of that engine."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.client import share

PLACE = Path(__file__).parents[1] / "SEARCH.md"
HEAD = """| Entries | Clients | Asked | p50 | p95 | Aim, p95 | A second | Aim | Clients' processor |
|---|---|---|---|---|---|---|---|---|"""


@dataclass(frozen=True, slots=True)
class Row:
    """Sorted times in milliseconds; aims of 0 are none, and so is a rate of 0.

    `processor` is the milliseconds that the asking process computed for each question.
    """

    entries: int
    clients: int
    asked: str
    times: Sequence[float]
    aim_ms: int = 0
    rate: float = 0.0
    aim_rate: int = 0
    processor: float = 0.0


def line(row: Row) -> str:
    cells = (
        f"{row.entries:,}",
        str(row.clients),
        row.asked,
        f"{share(row.times, 0.5):.1f} ms" if row.times else "",
        f"{share(row.times, 0.95):.1f} ms" if row.times else "",
        f"{row.aim_ms} ms" if row.aim_ms else "",
        f"{row.rate:.0f}" if row.rate else "",
        str(row.aim_rate) if row.aim_rate else "",
        f"{row.processor:.1f} ms" if row.processor else "",
    )
    return f"| {' | '.join(cells)} |"


def report(rows: Sequence[Row], notes: Sequence[str]) -> str:
    return "\n".join([*notes, "", HEAD, *map(line, rows)])


def put(text: str, engine: str, figures: str) -> str:
    """The text with these figures between the engine's marks. Raises ValueError without marks."""
    start, end = f"<!-- {engine}: start -->", f"<!-- {engine}: end -->"
    before, rest = text.split(start)
    _, after = rest.split(end)
    return f"{before}{start}\n\n{figures}\n\n{end}{after}"
