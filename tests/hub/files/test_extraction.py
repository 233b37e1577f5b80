"""What is read of files, and that no file does harm: each is read by a process with limits."""

import zlib

import pytest

from hub.files.extraction import running
from hub.files.extraction.parts import MOST_CHARACTERS, MOST_PARTS, Part
from hub.files.extraction.running import Extracted, extract
from tests.factories.files import (
    archive,
    assembled,
    pdf_file,
    sheet_file,
    slide,
    slides_file,
    word_file,
    zipped,
)


def read(tmp_path, data: bytes, extension: str, longest: float = 60) -> Extracted:
    place = tmp_path / f"file.{extension}"
    place.write_bytes(data)
    with place.open("rb") as file:
        return extract(file, extension, longest)


def test_word_is_read_by_its_headings_whatever_their_language(tmp_path) -> None:
    data = word_file(
        ("", "Before all"), ("berschrift1", "Who rings"), ("", "The lead."), ("", "Today.")
    )
    assert read(tmp_path, data, "docx") == Extracted(
        (Part(1, "", "Before all"), Part(2, "Who rings", "The lead.\nToday."))
    )


def test_a_workbook_is_read_by_sheets_without_numbers_and_hidden_ones(tmp_path) -> None:
    data = sheet_file(shown="rings whom", hidden="nobody may see")
    assert read(tmp_path, data, "xlsx") == Extracted((Part(1, "Plan", "Who · rings whom"),))


def test_slides_are_read_in_the_order_shown_without_hidden_ones(tmp_path) -> None:
    data = slides_file(
        slide("First", "Say hello"), slide("Old", "Gone", shown="0"), slide("Last", "Say goodbye")
    )
    assert read(tmp_path, data, "pptx") == Extracted(
        (Part(1, "First", "Say hello"), Part(3, "Last", "Say goodbye"))
    )


def test_a_pdf_is_read_by_pages(tmp_path) -> None:
    found = read(tmp_path, pdf_file("Ask twice", "Then ring"), "pdf")
    assert [(part.number, part.text) for part in found.parts] == [
        (1, "Ask twice"),
        (2, "Then ring"),
    ]
    assert found.problem == ""


def test_plain_text_is_read_whole_without_what_no_database_keeps(tmp_path) -> None:
    assert read(tmp_path, b"Ring\x00 the\n\n lead", "txt") == Extracted(
        (Part(1, "", "Ring the\nlead"),)
    )


def test_what_goes_beyond_the_limits_is_cut_and_said(tmp_path) -> None:
    found = read(tmp_path, b"word " * MOST_CHARACTERS, "txt")
    assert (sum(len(part.text) for part in found.parts), found.problem) == (
        MOST_CHARACTERS,
        "too_large",
    )


def test_no_more_parts_are_read_than_search_can_hold(tmp_path) -> None:
    headings = [("berschrift1", f"Heading {number}") for number in range(MOST_PARTS + 5)]
    found = read(tmp_path, word_file(*headings), "docx")
    assert (len(found.parts), found.problem) == (MOST_PARTS, "too_large")


BILLION_LAUGHS = (
    '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    "<w:document xmlns:w='x'><w:p>&b;</w:p></w:document>"
)
FILE_ENTITY = (
    '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    "<w:document xmlns:w='x'><w:p><w:t>&a;</w:t></w:p></w:document>"
)
BROKEN = {
    "no archive": b"PK\x03\x04 and nothing else",
    "entities that grow": archive(word__document=BILLION_LAUGHS),
    "entities that read files": archive(word__document=FILE_ENTITY),
    "XML cut off": archive(word__document="<w:document"),
    "empty": b"",
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_a_broken_or_hostile_file_says_nothing(tmp_path, data: bytes) -> None:
    assert read(tmp_path, data, "docx") == Extracted((), "unreadable")


def test_an_archive_that_would_unpack_to_gigabytes_is_not_unpacked(tmp_path) -> None:
    hole = b"\0" * (1024**2 * 60)
    data = zipped({f"word/media/{number}": hole for number in range(5)})
    assert read(tmp_path, data, "docx") == Extracted((), "too_large")


def test_a_page_that_unpacks_without_end_costs_its_reader_only(tmp_path) -> None:
    packed = zlib.compress(zlib.compress(b"(a) Tj " * 20_000_000, 9), 9)
    filters = "/Filter [/FlateDecode /FlateDecode]"
    stream = f"<< /Length {len(packed)} {filters} >>\nstream\n{packed.decode('latin-1')}\nendstream"
    page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << >> >>"
    data = assembled(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            page,
            stream,
        ]
    )
    assert read(tmp_path, data, "pdf", longest=30).parts == ()


def test_a_process_that_runs_on_is_ended_and_what_it_said_is_kept(tmp_path, monkeypatch) -> None:
    said = "print('[1, \"\", \"Kept\"]', flush=True); print('[2, \"cut', end='', flush=True)"
    code = f"import time\n{said}\ntime.sleep(60)"
    monkeypatch.setattr(running, "COMMAND", (running.sys.executable, "-c", code))
    assert read(tmp_path, b"", "pdf", longest=3) == Extracted((Part(1, "", "Kept"),), "too_slow")


def test_the_reader_gets_nothing_of_this_process_environment(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("SECRET_OF_THE_HUB", "hush")
    code = (
        "import os, json; print(json.dumps([1, '', os.environ.get('SECRET_OF_THE_HUB', 'none')]))"
    )
    monkeypatch.setattr(running, "COMMAND", (running.sys.executable, "-c", code))
    assert read(tmp_path, b"", "pdf").parts[0].text == "none"
