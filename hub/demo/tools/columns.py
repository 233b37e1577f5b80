"""The table of one sheet: its columns by name, and what stands in each cell."""

from typing import Any

from openpyxl.utils import absolute_coordinate, get_column_letter

FORMATS = {"date": "DD/MM/YYYY", "rate": "0.0", "percent": "0%", "number": "0"}
WORKED_OUT = "worked out"


class Grid:
    """`header` is the row that names the columns; the rows below it follow without a gap."""

    def __init__(self, content: dict[str, Any], header: int, settings: dict[str, str]) -> None:
        self.columns: list[dict[str, Any]] = content["columns"]
        self.written: list[list[Any]] = content.get("rows", [])
        self.header = header
        self.settings = settings
        count = len(self.written) + content.get("empty", 0)
        self.rows = range(header + 1, header + 1 + count)

    @property
    def labels(self) -> list[str]:
        """What is worked out says so in words, not by its colour alone."""
        return [
            f"{item['label']} ({WORKED_OUT})" if "formula" in item else item["label"]
            for item in self.columns
        ]

    @property
    def area(self) -> str:
        return f"A{self.header}:{get_column_letter(len(self.columns))}{self.rows[-1]}"

    def area_of(self, item: dict[str, Any]) -> str:
        letter = get_column_letter(self.columns.index(item) + 1)
        return f"{letter}{self.rows[0]}:{letter}{self.rows[-1]}"

    def areas(self, sheet: str) -> dict[str, str]:
        """Each column of this sheet for formulas of later ones, named for sheet and column."""
        prefix = sheet.lower().replace(" ", "_")
        found = {}
        for item in self.columns:
            first, last = self.area_of(item).split(":")
            area = f"{absolute_coordinate(first)}:{absolute_coordinate(last)}"
            if "key" in item:
                found[f"{prefix}_{item['key']}"] = f"'{sheet}'!{area}"
        return found

    def value(self, row: int, item: dict[str, Any]) -> Any:
        """The formula of the column, else what was written for this row."""
        if "formula" in item:
            return item["formula"].format(**self.cells(row))
        place = row - self.rows[0]
        if place >= len(self.written):
            return None
        column = self.columns.index(item)
        written = self.written[place]
        return written[column] if column < len(written) else None

    def written_in(self, row: int) -> list[tuple[str, int]]:
        """The written texts of a row, each with the width of its column."""
        place = row - self.rows[0]
        values = self.written[place] if place < len(self.written) else []
        pairs = zip(values, self.columns, strict=False)
        return [(str(value), item["width"]) for value, item in pairs if value is not None]

    def cells(self, row: int) -> dict[str, str]:
        """The cell of each column in this row and of each setting, by its key."""
        here = {
            item["key"]: f"{get_column_letter(place)}{row}"
            for place, item in enumerate(self.columns, start=1)
            if "key" in item
        }
        return here | self.settings

    def is_fixed(self, item: dict[str, Any]) -> bool:
        return "formula" in item or item.get("fixed", False)

    def number_format(self, item: dict[str, Any]) -> str:
        return FORMATS.get(item.get("type", ""), "General")
