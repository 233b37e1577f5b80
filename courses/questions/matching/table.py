from collections.abc import Mapping
from typing import Any

from courses.exchange.table.forms import Cells, TableForm

COLUMNS = {"left": "answer", "right": "goes with", "feedback": "feedback"}


class MatchingTable(TableForm):
    """What belongs to none stands beside an empty cell, as in Moodle."""

    def cells(self, written: Mapping[str, Any]) -> Cells:
        made = super().cells(written)
        made.numbered += [{COLUMNS["right"]: text} for text in written.get("extra") or ()]
        return made

    def written(self, cells: Cells) -> dict[str, Any]:
        made = super().written(cells)
        rows = made["pairs"]
        pairs = [row for row in rows if row["left"] or row["feedback"]]
        return {"pairs": pairs, "extra": [row["right"] for row in rows if row not in pairs]}


FORM = MatchingTable(rows="pairs", numbered=COLUMNS)
