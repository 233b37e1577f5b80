"""How a type stands in cells. Each says so in the `table.py` of its folder."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from courses.questions.registry import companions

YES = "yes"
MEANS_YES = {"yes", "y", "x", "1", "true", "right", "ie"}


@dataclass(slots=True)
class Cells:
    """Of one question, by column: what stands there once, and what stands there for each number."""

    single: dict[str, str] = field(default_factory=dict)
    numbered: list[dict[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableForm:
    """For types that are a list of one kind of thing, and single texts beside it.

    `single` and `numbered` lead from the editor's fields to columns; of a list of texts, the field
    is "". `flags` are fields that hold yes or no.
    """

    single: Mapping[str, str] = field(default_factory=dict)
    rows: str = ""
    numbered: Mapping[str, str] = field(default_factory=dict)
    flags: Sequence[str] = ()

    @property
    def columns(self) -> Sequence[str]:
        return [*self.single.values()]

    @property
    def numbered_columns(self) -> Sequence[str]:
        return [*self.numbered.values()]

    def cells(self, written: Mapping[str, Any]) -> Cells:
        single = {column: written.get(name) or "" for name, column in self.single.items()}
        rows = written.get(self.rows) or () if self.rows else ()
        return Cells(single, [self.cells_of(row) for row in rows])

    def cells_of(self, row: Any) -> dict[str, str]:
        if isinstance(row, str):
            return {self.numbered[""]: row}
        return {column: as_cell(row.get(name)) for name, column in self.numbered.items()}

    def written(self, cells: Cells) -> dict[str, Any]:
        made: dict[str, Any] = {
            name: cells.single.get(column, "") for name, column in self.single.items()
        }
        if self.rows:
            made[self.rows] = [self.row_of(row) for row in cells.numbered]
        return made

    def row_of(self, row: Mapping[str, str]) -> Any:
        if "" in self.numbered:
            return row.get(self.numbered[""], "")
        return {
            name: is_yes(row.get(column, "")) if name in self.flags else row.get(column, "")
            for name, column in self.numbered.items()
        }


def as_cell(value: object) -> str:
    if isinstance(value, bool):
        return YES if value else ""
    return str(value or "")


def is_yes(cell: str) -> bool:
    return cell.casefold() in MEANS_YES


@cache
def table_forms() -> dict[str, TableForm]:
    """By the name of our type."""
    return {name: module.FORM for name, module in companions("table").items()}
