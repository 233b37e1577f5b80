"""Text in files that people open in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Sequence

BYTE_ORDER_MARK = "\ufeff"  # by which spreadsheets know UTF-8

# OWASP, "CSV injection": what makes a cell a formula, in East Asian widths too. A line feed may
# begin a new row for some.
BEGINS_A_FORMULA = (*"=+-@\t\r\n", *"\uff1d\uff0b\uff0d\uff20")


def csv_text(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table as CSV, in which no cell of the rows is a formula."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(head)
    writer.writerows(map(plain_cell, row) for row in rows)
    return BYTE_ORDER_MARK + file.getvalue()


def plain_cell(value: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would take for a formula.

    Text that looks as if that had been done gets one more, so that `text_of_cell` knows it.
    """
    return f"'{value}" if begins_a_formula(value) else value


def text_of_cell(cell: str) -> str:
    """What `plain_cell` made the cell of."""
    return cell[1:] if cell.startswith("'") and begins_a_formula(cell) else cell


def begins_a_formula(text: str) -> bool:
    """Whether it would without any apostrophes before it."""
    return text.lstrip("'").startswith(BEGINS_A_FORMULA)
