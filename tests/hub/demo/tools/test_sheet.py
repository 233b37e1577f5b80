"""The spreadsheets: labelled, guided, printable, safe, and the same each time."""

import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from hub.demo.tools.making import made
from tests.hub.demo.written_content import TOOL_FILES, read_path

NAMES = [path.stem for path in TOOL_FILES if read_path(path)["ending"] == "xlsx"]
once = cache(made)
every_file = pytest.mark.parametrize("name", NAMES)
RISKY = ("=", "+", "-", "@", "\t", "\r")
REACHES_OUT = re.compile(r"https?:|WEBSERVICE|HYPERLINK|INDIRECT|DDE|\[\d+\]", re.IGNORECASE)


def opened(name: str) -> Workbook:
    return openpyxl.load_workbook(BytesIO(once(name)[1]))


def grids(book: Workbook) -> Iterator[tuple[Worksheet, tuple[int, int, int, int]]]:
    """Each sheet that holds a table, with the table's first and last column and row."""
    for sheet in book:
        for table in sheet.tables.values():
            yield sheet, range_boundaries(table.ref)


def cells(book: Workbook) -> Iterator[Cell]:
    for sheet in book:
        for row in sheet.iter_rows():
            yield from (cell for cell in row if cell.value is not None)


def test_there_are_three_spreadsheets() -> None:
    assert NAMES == ["did-it-work", "list-review", "violence-and-vulnerability-matrix"]


@every_file
def test_a_second_run_gives_the_same_bytes(name: str) -> None:
    assert made(name) == made(name)


@every_file
def test_it_has_a_title_a_language_a_fixed_day_and_nobodys_name(name: str) -> None:
    content = read_path(next(path for path in TOOL_FILES if path.stem == name))
    properties = opened(name).properties
    assert (properties.title, properties.language) == (content["title"], "en-GB")
    assert (properties.creator, properties.lastModifiedBy) == ("Common Ground", "Common Ground")
    assert isinstance(properties.modified, datetime)
    assert properties.modified.date() == properties.created.date() == content["made_on"]
    archive = ZipFile(BytesIO(once(name)[1]))
    assert {item.date_time for item in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@every_file
def test_every_sheet_says_in_its_first_cell_what_it_is(name: str) -> None:
    assert all(sheet["A1"].value for sheet in opened(name))


@every_file
def test_every_table_names_each_column_once_and_stays_in_view(name: str) -> None:
    for sheet, (first, header, last, _end) in grids(opened(name)):
        labels = [sheet.cell(header, column).value for column in range(first, last + 1)]
        assert all(labels)
        assert len(set(labels)) == len(labels)
        assert sheet.freeze_panes == f"B{header + 1}"
        assert sheet.print_title_rows == f"${header}:${header}"


@every_file
def test_it_prints_on_a4_as_wide_as_the_page(name: str) -> None:
    for sheet in opened(name):
        assert int(sheet.page_setup.paperSize) == 9
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)


@every_file
def test_lists_to_choose_from_point_at_words_that_are_there(name: str) -> None:
    book = opened(name)
    rules = [rule for sheet in book for rule in sheet.data_validations.dataValidation]
    chosen = [rule.formula1.lstrip("=") for rule in rules if rule.type == "list"]
    assert chosen
    for reference in chosen:
        sheet, area = reference.split("!")
        assert all(cell.value for row in book[sheet][area.replace("$", "")] for cell in row)


@every_file
def test_a_wrong_entry_is_answered_with_words(name: str) -> None:
    for sheet in opened(name):
        for rule in sheet.data_validations.dataValidation:
            assert rule.type is None or (rule.showErrorMessage and rule.error)


@every_file
def test_formulas_are_locked_and_cells_to_fill_in_are_not(name: str) -> None:
    book = opened(name)
    for sheet, (first, header, last, end) in grids(book):
        assert sheet.protection.sheet
        assert sheet.protection.password is None
        for column in range(first, last + 1):
            for row in range(header + 1, end + 1):
                cell = sheet.cell(row, column)
                if cell.data_type == "f":
                    assert cell.protection.locked
                elif cell.value is None:
                    assert not cell.protection.locked


@every_file
def test_a_column_that_is_worked_out_says_so_in_words(name: str) -> None:
    for sheet, (first, header, last, _end) in grids(opened(name)):
        for column in range(first, last + 1):
            worked_out = sheet.cell(header + 1, column).data_type == "f"
            assert worked_out == sheet.cell(header, column).value.endswith("(worked out)")


@every_file
def test_nothing_but_our_formulas_could_be_taken_for_one(name: str) -> None:
    for cell in cells(opened(name)):
        if cell.data_type == "f":
            assert not REACHES_OUT.search(cell.value)
        elif isinstance(cell.value, str):
            assert not cell.value.startswith(RISKY)


@every_file
def test_no_cells_are_merged(name: str) -> None:
    assert [sheet.merged_cells.ranges for sheet in opened(name) if sheet.merged_cells.ranges] == []


def test_the_matrix_asks_for_no_name_and_adds_no_scores() -> None:
    book = opened("violence-and-vulnerability-matrix")
    labels = [cell.value for cell in book["Matrix"][5]]
    assert [label for label in labels if "name" in label.lower()] == []
    formulas = [cell.value for cell in cells(book) if cell.data_type == "f"]
    assert [text for text in formulas if re.search(r"SUM|AVERAGE|C\d+\+E\d+", text)] == []
