"""A query with its counts, as people read it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class QueryRow:
    """`pk` is what Wagtail's tables ask for. `place` is a mean, empty where nothing was opened."""

    pk: int
    words: str
    asked: int
    empty: int
    opened: int
    missed: int
    place: str

    @property
    def unopened(self) -> int:
        """Times that something was found and nothing of it opened, as far as scripts tell."""
        return max(self.asked - self.empty - self.opened, 0)


def shown(summed: Iterable[dict[str, Any]]) -> Iterator[QueryRow]:
    for number, row in enumerate(summed, start=1):
        place = row.get("place")
        yield QueryRow(
            pk=number,
            words=row["words"],
            asked=row["asked"],
            empty=row["empty"],
            opened=row["opened"],
            missed=row["missed"],
            place=f"{place:.1f}" if place else "",
        )
