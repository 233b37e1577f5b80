"""Spreadsheets from their written content: labelled columns, lists to choose from, no names."""

from datetime import date, datetime, time
from io import BytesIO
from math import ceil
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from hub.demo.tools.brand import INK, LANGUAGE, LINE, PINE, PUBLISHER, SAND, SANS, SERIF, SLATE
from hub.demo.tools.choices import Lists, add_choices
from hub.demo.tools.columns import Grid

A4 = 9
TEXT_WIDTH = 84  # characters
LINE_HEIGHT = 15  # points
WIDER = 1.15  # words that don't fit the end of a line leave it empty
WRAPPED = Alignment(wrap_text=True, vertical="top")
EDGE = Side(style="thin", color=LINE)
Content = dict[str, Any]


def spreadsheet(content: Content, made_on: date) -> bytes:
    """A4, with frozen headings, and formulas locked without a password."""
    book = Workbook()
    book.remove(book.active)
    book._named_styles["Normal"].font = Font(name=SANS, size=11)  # widths are measured by it
    set_properties(book, content, made_on)
    lists = Lists(content.get("lists", {}))
    known: dict[str, str] = {}
    for sheet in content["sheets"]:
        place = book.create_sheet(sheet["name"])
        if "text" in sheet:
            add_text(place, sheet)
        else:
            known |= add_grid(place, sheet, lists, known).areas(sheet["name"])
        set_print(place, content["title"], landscape="text" not in sheet)
    if lists.values:
        add_lists(book.create_sheet(lists.sheet_name), lists)
        set_print(book[lists.sheet_name], content["title"], landscape=False)
    return saved(book)


def saved(book: Workbook) -> bytes:
    """By the writer itself: the usual call would stamp the file with the present moment."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        ExcelWriter(book, archive).save()
    return out.getvalue()


def set_properties(book: Workbook, content: Content, made_on: date) -> None:
    properties = book.properties
    properties.title, properties.subject = content["title"], content["subject"]
    properties.creator = properties.lastModifiedBy = PUBLISHER
    properties.language = LANGUAGE
    properties.created = properties.modified = datetime.combine(made_on, time(9))


def set_print(sheet: Worksheet, title: str, *, landscape: bool) -> None:
    sheet.page_setup.paperSize = A4
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.6
    sheet.oddFooter.left.text = f"{title} · &A"
    sheet.oddFooter.right.text = "Page &P of &N"


def add_title(sheet: Worksheet, title: str) -> None:
    sheet["A1"] = title
    sheet["A1"].font = Font(name=SERIF, size=18, bold=True, color=PINE)
    sheet.row_dimensions[1].height = 28


def add_text(sheet: Worksheet, content: Content) -> None:
    """One column to read, a heading where a line starts with a hash."""
    add_title(sheet, content["title"])
    sheet.column_dimensions["A"].width = TEXT_WIDTH
    sheet.sheet_view.showGridLines = False
    for number, text in enumerate(content["text"], start=2):
        cell = sheet.cell(number, 1, text.removeprefix("# "))
        heading = text.startswith("# ")
        cell.font = Font(
            name=SANS, size=12 if heading else 11, bold=heading, color=PINE if heading else INK
        )
        cell.alignment = Alignment(wrap_text=True, vertical="bottom" if heading else "top")
        room = 12 if heading else 4
        sheet.row_dimensions[number].height = LINE_HEIGHT * lines_of(text, TEXT_WIDTH) + room


def lines_of(text: str, width: int) -> int:
    """How many lines a text takes in a column: no program works it out before it shows the file."""
    return ceil(len(text) * WIDER / width)


def height_for(texts: list[tuple[str, int]]) -> int:
    """The height that the tallest of these texts needs in its column."""
    return LINE_HEIGHT * max(lines_of(text, width) for text, width in texts) + 4


def add_grid(sheet: Worksheet, content: Content, lists: Lists, known: dict[str, str]) -> Grid:
    """Title, what to know, settings, then a table whose first row names the columns.

    `known` holds the columns of the sheets before this one, for its formulas.
    """
    add_title(sheet, content["title"])
    row = 2
    for text in content.get("intro", []):
        sheet.cell(row, 1, text).font = Font(name=SANS, size=10, color=SLATE)
        row += 1
    settings = add_settings(sheet, content.get("settings", []), row)
    header = row + len(settings) + 1
    grid = Grid(content, header, known | settings)
    write_header(sheet, header, grid.labels)
    widths = [item["width"] for item in grid.columns]
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    labels = list(zip(grid.labels, widths, strict=True))
    sheet.row_dimensions[header].height = height_for(labels)
    write_rows(sheet, grid)
    add_choices(sheet, grid, lists)
    name_table(sheet, grid)
    protect(sheet)
    return grid


def add_lists(sheet: Worksheet, lists: Lists) -> None:
    """A column for each list, where an area may change its words."""
    sheet["A1"] = "Lists that the other sheets offer"
    sheet["A1"].font = Font(name=SERIF, size=18, bold=True, color=PINE)
    sheet["A2"] = "Change the words here if your area uses others. Formulas read the first sign."
    sheet["A2"].font = Font(name=SANS, size=10, color=INK)
    write_header(sheet, lists.header, list(lists.values))
    for column, values in enumerate(lists.values.values(), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = 34
        for row, value in enumerate(values, start=lists.header + 1):
            cell = sheet.cell(row, column, value)
            cell.protection = Protection(locked=False)
            cell.font = Font(name=SANS, size=10, color=INK)


def add_settings(sheet: Worksheet, settings: list[Content], row: int) -> dict[str, str]:
    """Numbers that an area agrees for itself; gives the cell of each by its name."""
    cells = {}
    for number, item in enumerate(settings, start=row):
        sheet.cell(number, 1, item["value"]).protection = Protection(locked=False)
        sheet.cell(number, 1).font = Font(name=SANS, size=11, bold=True, color=INK)
        sheet.cell(number, 1).border = Border(EDGE, EDGE, EDGE, EDGE)
        sheet.cell(number, 2, item["label"]).font = Font(name=SANS, size=10, color=INK)
        cells[item["key"]] = f"$A${number}"
    return cells


def write_header(sheet: Worksheet, row: int, labels: list[str]) -> None:
    for column, label in enumerate(labels, start=1):
        cell = sheet.cell(row, column, label)
        cell.font = Font(name=SANS, size=10, bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor=PINE)
        cell.alignment = WRAPPED
    sheet.freeze_panes = sheet.cell(row + 1, 2)
    sheet.print_title_rows = f"{row}:{row}"


def write_rows(sheet: Worksheet, grid: Grid) -> None:
    """Written values, formulas, and cells that wait for somebody. Formulas alone are locked."""
    for row in grid.rows:
        for column, item in enumerate(grid.columns, start=1):
            cell = sheet.cell(row, column, grid.value(row, item))
            fixed = grid.is_fixed(item)
            cell.protection = Protection(locked=fixed)
            cell.alignment, cell.border = WRAPPED, Border(EDGE, EDGE, EDGE, EDGE)
            cell.font = Font(name=SANS, size=10, color=INK, bold=item is grid.columns[0])
            cell.number_format = grid.number_format(item)
            if fixed:
                cell.fill = PatternFill("solid", fgColor=SAND)
        if grid.written_in(row):
            sheet.row_dimensions[row].height = height_for(grid.written_in(row))


def name_table(sheet: Worksheet, grid: Grid) -> None:
    """As a table, its header row is known as one to screen readers."""
    name = "".join(part for part in sheet.title.title() if part.isalnum())
    table = Table(displayName=name, ref=grid.area)
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    sheet.add_table(table)


def protect(sheet: Worksheet) -> None:
    """Against slips, without a password. Widths, heights and filters stay free."""
    sheet.protection.sheet = True
    for free in ("formatColumns", "formatRows", "formatCells", "autoFilter", "sort"):
        setattr(sheet.protection, free, False)
