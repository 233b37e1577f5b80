"""Lists to choose from, and the hint that each cell gives when somebody enters it."""

from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from hub.demo.tools.columns import Grid

TITLE_LENGTH, HINT_LENGTH = 32, 255  # what Excel allows


class Lists:
    """Each list is a column of a sheet of its own, where an area may change its words."""

    sheet_name = "Lists"
    header = 3

    def __init__(self, values: dict[str, list[str]]) -> None:
        self.values = values

    def reference(self, name: str) -> str:
        letter = get_column_letter(list(self.values).index(name) + 1)
        last = self.header + len(self.values[name])
        return f"={self.sheet_name}!${letter}${self.header + 1}:${letter}${last}"


def add_choices(sheet: Worksheet, grid: Grid, lists: Lists) -> None:
    """One rule for each column that somebody fills in."""
    for item in grid.columns:
        if grid.is_fixed(item):
            continue
        rule = rule_for(item, lists)
        rule.promptTitle = item["label"][:TITLE_LENGTH]
        rule.prompt = item.get("hint", "")[:HINT_LENGTH]
        rule.showInputMessage = bool(rule.prompt)
        rule.add(grid.area_of(item))
        sheet.add_data_validation(rule)


def rule_for(item: dict[str, Any], lists: Lists) -> DataValidation:
    """What may be typed, with a message that says how. Text is free."""
    if "list" in item:
        rule = DataValidation(type="list", formula1=lists.reference(item["list"]), allow_blank=True)
        return refusing(rule, "Choose one of the list. The sheet named Lists holds its words.")
    if item.get("type") == "date":
        rule = DataValidation(
            type="date", operator="greaterThan", formula1="36526", allow_blank=True
        )
        return refusing(rule, "Enter a date like 4/11/2026.")
    if item.get("type") == "number":
        rule = DataValidation(
            type="decimal", operator="greaterThanOrEqual", formula1="0", allow_blank=True
        )
        return refusing(rule, "Enter a number, 0 or more.")
    return DataValidation(allow_blank=True)


def refusing(rule: DataValidation, message: str) -> DataValidation:
    rule.showErrorMessage, rule.errorTitle, rule.error = True, "Not quite", message
    return rule
