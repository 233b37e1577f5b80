"""Word templates from their written content."""

from collections.abc import Callable
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from hub.core.dates import long_date
from hub.demo.tools import word_xml
from hub.demo.tools.brand import INK, LANGUAGE, MIST, PINE, PUBLISHER, SAND, SANS, SERIF, SLATE

MARGIN = Mm(18)
A4 = (Mm(210), Mm(297))
TEXT_WIDTH = 174  # millimetres between the margins
HEADINGS = {"Heading 1": (22, 0, 6), "Heading 2": (14, 16, 4), "Heading 3": (11, 10, 3)}
LABEL_SHARE = 0.36
Content = dict[str, Any]


def word_file(content: Content, made_on: date) -> bytes:
    """A4, with real headings, marked header rows, and nobody's name in its properties."""
    document = docx.Document()
    set_properties(document, content, made_on)
    set_page(document, content["title"], made_on)
    set_styles(document)
    document.add_heading(content["title"], 1)
    for block in content["blocks"]:
        for kind, value in block.items():
            ADD[kind](document, value)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def set_properties(document: Document, content: Content, made_on: date) -> None:
    properties, moment = document.core_properties, datetime.combine(made_on, time(9))
    properties.title, properties.subject = content["title"], content["subject"]
    properties.author = properties.last_modified_by = PUBLISHER
    properties.comments = properties.keywords = ""
    properties.language = LANGUAGE
    properties.created = properties.modified = moment
    properties.revision = 1


def set_page(document: Document, title: str, made_on: date) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = A4
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = Mm(16)
    footer = section.footer.paragraphs[0]
    footer.add_run(f"{title} · {PUBLISHER} template, {long_date(made_on)} · Page ")
    word_xml.add_number(footer, "PAGE")
    footer.add_run(" of ")
    word_xml.add_number(footer, "NUMPAGES")


def set_styles(document: Document) -> None:
    word_xml.set_language(document)
    styles = document.styles
    dress(styles["Normal"], SANS, 10.5, INK, after=5)
    styles["Normal"].paragraph_format.line_spacing = 1.15
    for name, (size, before, after) in HEADINGS.items():
        dress(styles[name], SERIF, size, PINE, before=before, after=after)
        styles[name].paragraph_format.keep_with_next = True
    dress(styles["Footer"], SANS, 8.5, SLATE)
    for name, size, colour in (("Hint", 9.5, SLATE), ("Cell", 10, INK), ("Note", 10.5, INK)):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        dress(style, SANS, size, colour, after=2)
    styles["Hint"].paragraph_format.keep_with_next = True
    styles.add_style("Air", WD_STYLE_TYPE.PARAGRAPH).font.size = Pt(4)
    note = styles["Note"].paragraph_format
    note.left_indent, note.space_before, note.space_after = Mm(4), Pt(6), Pt(8)
    word_xml.frame(styles["Note"], MIST)
    styles["List Bullet"].paragraph_format.space_after = Pt(3)


def dress(
    style: ParagraphStyle, font: str, size: float, colour: str, before: float = 0, after: float = 0
) -> None:
    word_xml.set_font(style, font)
    style.font.size, style.font.color.rgb = Pt(size), RGBColor.from_string(colour)
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)


def write(paragraph: Paragraph, text: str) -> Paragraph:
    """Words between two stars are bold."""
    for place, part in enumerate(text.split("**")):
        if part:
            paragraph.add_run(part).bold = True if place % 2 else None
    return paragraph


def styled(name: str) -> Callable[[Document, str], None]:
    def add(document: Document, text: str) -> None:
        write(document.add_paragraph(style=name), text)

    return add


def add_list(document: Document, items: list[str]) -> None:
    for item in items:
        write(document.add_paragraph(style="List Bullet"), item)


def add_ticks(document: Document, items: list[str]) -> None:
    for item in items:
        tick(document.add_paragraph(), item)


def tick(paragraph: Paragraph, text: str) -> None:
    paragraph.paragraph_format.left_indent = Mm(7)
    paragraph.paragraph_format.first_line_indent = Mm(-7)
    paragraph.paragraph_format.space_after = Pt(2)
    word_xml.add_tick_box(paragraph)
    write(paragraph, f"  {text}")


def add_fields(document: Document, value: Content) -> None:
    """Questions on the left with a hint, room for the answer on the right."""
    table = new_table(document, value["caption"], value.get("header", ["What to write", "Answer"]))
    for row in value["rows"]:
        cells = add_row(table, row.get("room", 12))
        word_xml.shade(cells[0], SAND)
        fill(cells[0], f"**{row['label']}**")
        if row.get("hint"):
            write(cells[0].add_paragraph(style="Hint"), row["hint"])
        fill_answer(cells[1], row)
    set_widths(table, [TEXT_WIDTH * LABEL_SHARE, TEXT_WIDTH * (1 - LABEL_SHARE)])
    add_air(document)


def fill_answer(cell: _Cell, row: Content) -> None:
    """Boxes to tick, words to change, or nothing yet."""
    for place, item in enumerate(row.get("ticks", [])):
        tick(cell.add_paragraph(style="Cell") if place else cell.paragraphs[0], item)
    if row.get("text"):
        fill(cell, row["text"])


def add_table(document: Document, value: Content) -> None:
    """A table with a header row, written rows, and empty ones to fill in."""
    columns = value["columns"]
    table = new_table(document, value["caption"], columns)
    empty = [[""] * len(columns)] * value.get("empty", 0)
    for row in [*value.get("rows", []), *empty]:
        for cell, text in zip(add_row(table, value.get("room", 8)), row, strict=True):
            fill(cell, text)
    shares = value.get("shares") or [1] * len(columns)
    set_widths(table, [TEXT_WIDTH * share / sum(shares) for share in shares])
    add_air(document)


def new_table(document: Document, caption: str, header: list[str]) -> Table:
    table = document.add_table(rows=1, cols=len(header), style="Table Grid")
    table.autofit = False
    word_xml.describe(table, caption)
    word_xml.pad(table)
    word_xml.mark_header(table.rows[0])
    for cell, text in zip(table.rows[0].cells, header, strict=True):
        word_xml.shade(cell, PINE)
        fill(cell, f"**{text}**")
        cell.paragraphs[0].runs[0].font.color.rgb = RGBColor(255, 255, 255)
        cell.paragraphs[0].paragraph_format.keep_with_next = True
    return table


def add_row(table: Table, room: int) -> tuple[_Cell, ...]:
    row = table.add_row()
    word_xml.keep_together(row)
    row.height, row.height_rule = Mm(room), WD_ROW_HEIGHT_RULE.AT_LEAST
    return row.cells


def fill(cell: _Cell, text: str) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = "Cell"
    write(paragraph, text)


def set_widths(table: Table, widths: list[float]) -> None:
    """In the columns for some programs and in every cell for Word."""
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


def add_air(document: Document) -> None:
    """Behind each table, or two that follow each other would become one."""
    document.add_paragraph(style="Air")


def add_break(document: Document, _value: bool) -> None:
    document.add_page_break()


ADD: dict[str, Callable[[Document, Any], None]] = {
    "heading": lambda document, text: document.add_heading(text, 2),
    "subheading": lambda document, text: document.add_heading(text, 3),
    "text": styled("Normal"),
    "hint": styled("Hint"),
    "note": styled("Note"),
    "list": add_list,
    "ticks": add_ticks,
    "fields": add_fields,
    "table": add_table,
    "break": add_break,
}
