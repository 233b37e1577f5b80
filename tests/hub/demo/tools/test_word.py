"""The Word templates: whether everybody can read them, and whether they are the same each time."""

import re
from datetime import datetime
from functools import cache
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from hub.demo.tools.making import made
from tests.hub.demo.written_content import TOOL_FILES, read_path

NAMES = [path.stem for path in TOOL_FILES if read_path(path)["ending"] == "docx"]
once = cache(made)
every_file = pytest.mark.parametrize("name", NAMES)


def opened(name: str) -> Document:
    return docx.Document(BytesIO(once(name)[1]))


def test_there_are_four_word_templates() -> None:
    assert NAMES == [
        "conversation-card",
        "information-sharing-agreement",
        "referral-prompt",
        "six-questions",
    ]


@every_file
def test_a_second_run_gives_the_same_bytes(name: str) -> None:
    assert made(name) == made(name)


@every_file
def test_no_part_tells_when_or_by_whom_it_was_written(name: str) -> None:
    properties = opened(name).core_properties
    assert (properties.author, properties.last_modified_by) == ("Common Ground", "Common Ground")
    assert properties.created == properties.modified
    archive = ZipFile(BytesIO(once(name)[1]))
    assert {item.date_time for item in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@every_file
def test_it_carries_the_day_of_its_version(name: str) -> None:
    made_on = read_path(next(path for path in TOOL_FILES if path.stem == name))["made_on"]
    written = opened(name).core_properties.modified
    assert isinstance(written, datetime)
    assert written.date() == made_on


@every_file
def test_it_has_a_title_and_speaks_british_english(name: str) -> None:
    document = opened(name)
    assert document.core_properties.title == document.paragraphs[0].text
    assert document.core_properties.language == "en-GB"
    languages = {item.get(qn("w:val")) for item in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}


@every_file
def test_headings_are_real_and_leave_out_no_level(name: str) -> None:
    headings = [
        (int(item.style.name[-1]), item.text)
        for item in opened(name).paragraphs
        if item.style.name.startswith("Heading")
    ]
    levels = [level for level, _text in headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    assert all(text.strip() for _level, text in headings)


@every_file
def test_every_table_has_a_marked_header_row_and_a_description(name: str) -> None:
    for table in opened(name).tables:
        first, *others = table.rows
        assert first._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(cell.text.strip() for cell in first.cells)
        assert all(row._tr.trPr.find(qn("w:tblHeader")) is None for row in others)
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


@every_file
def test_no_cells_are_merged(name: str) -> None:
    body = opened(name).element.xml
    assert re.findall(r"<w:(?:gridSpan|vMerge)\b", body) == []


@every_file
def test_it_prints_on_a4(name: str) -> None:
    section = opened(name).sections[0]
    assert abs(section.page_width - Mm(210)) < Mm(1)
    assert abs(section.page_height - Mm(297)) < Mm(1)


def test_boxes_can_be_ticked_on_a_screen() -> None:
    xml = opened("referral-prompt").element.xml
    assert xml.count("<w14:checkbox") >= 20
