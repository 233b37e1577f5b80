from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO
from xml.etree.ElementTree import Element

from hub.files.extraction.office import Office, attribute, local, words
from hub.files.extraction.parts import MOST_CHARACTERS, Part

BOOK = "xl/workbook.xml"
MOST_ROWS = 20_000  # of one sheet
MOST_SHARED = 200_000


def read_sheets(file: BinaryIO) -> Iterator[Part]:
    """The words in each sheet that is not hidden. Numbers and formulas are left out."""
    office = Office(file)
    places = office.related(BOOK)
    shared = [
        words(item) for item in islice(office.elements("xl/sharedStrings.xml", "si"), MOST_SHARED)
    ]
    for number, sheet in enumerate(office.elements(BOOK, "sheet"), start=1):
        if sheet.get("state", "visible") == "visible":
            place = places.get(attribute(sheet, "id"), "")
            yield Part(number, sheet.get("name", ""), text_of(office, place, shared))


def text_of(office: Office, place: str, shared: list[str]) -> str:
    """A line for each row with words; no more than is ever kept."""
    lines, length = [], 0
    for row in islice(office.elements(place, "row"), MOST_ROWS):
        line = " · ".join(filter(None, (cell_text(cell, shared) for cell in row)))
        if line:
            lines.append(line)
            length += len(line)
        if length > MOST_CHARACTERS:
            break
    return "\n".join(lines)


def cell_text(cell: Element, shared: list[str]) -> str:
    kind = cell.get("t", "")
    if kind == "inlineStr":
        return words(cell)
    value = next((child.text or "" for child in cell if local(child) == "v"), "")
    if kind == "s":
        place = int(value) if value.isascii() and value.isdigit() else -1
        return shared[place] if 0 <= place < len(shared) else ""
    return value if kind == "str" else ""
