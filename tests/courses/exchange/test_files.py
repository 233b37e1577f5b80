"""What people send: any bytes give a report or a reason, in time."""

import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.exchange.drafts import Refused
from courses.exchange.files import LARGEST, MOST_QUESTIONS, check_size
from courses.exchange.reading import read_questions

GIFT = "Where’s llŷr?{=é ~b}"
XML = (
    '<quiz><question type="truefalse"><questiontext format="html"><text>é</text></questiontext>'
    '<answer fraction="100"><text>true</text></answer>'
    '<answer fraction="0"><text>false</text></answer></question></quiz>'
)
SOON = 20  # seconds, on a machine that does other things too; what grows badly takes minutes


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_however_it_is_written(encoding: str) -> None:
    (draft,) = read_questions("a.gift", GIFT.encode(encoding)).sound
    assert draft.stem == "Where’s llŷr?"


def test_an_old_encoding_is_guessed_and_noted() -> None:
    report = read_questions("a.gift", "Whát’s this?{=é ~b}".encode("cp1252"))
    assert report.sound[0].stem == "Whát’s this?"
    assert "isn't UTF-8" in report.notes[0]


@pytest.mark.parametrize("encoding", ["iso-8859-1", "windows-1252", "utf-8"])
def test_xml_says_its_encoding(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?>{XML}'
    report = read_questions("a.xml", text.encode(encoding))
    assert (report.sound[0].stem, report.notes) == ("é", [])


NO_TEXT = [
    (b"", "empty"),
    (b" \n\t", "empty"),
    (b"a\0b{T}", "no text file"),
    (b"\x89PNG\r\n\x1a\n\0\0", "no text file"),
    (b"PK\x03\x04rest", "workbook"),
    (b"%PDF-1.7\n\x81\x8d", "can't be read"),
    (b"\xef\xbb\xbf\xff\xfe", "can't be read"),
    (b"\x1b[31m{T}", "no text file"),
    (b"Just words.", "neither GIFT nor"),
]


@pytest.mark.parametrize(("content", "reason"), NO_TEXT)
def test_what_is_no_text_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        read_questions("a.txt", content)


def test_what_its_name_promises_must_be_there() -> None:
    with pytest.raises(Refused, match="says XML"):
        read_questions("a.xml", b"a{T}")


@pytest.mark.parametrize("name", ["a.txt", "a.csv", "", "a"])
def test_content_tells_the_format_where_the_name_does_not(name: str) -> None:
    assert len(read_questions(name, XML.encode()).sound) == 1


def test_a_table_is_told_by_its_head() -> None:
    table = b"question,kind,answer 1,right 1,answer 2\na,single_choice,b,yes,c\n"
    assert len(read_questions("a.txt", table).sound) == 1


def test_too_large_a_file_is_refused_unread() -> None:
    with pytest.raises(Refused, match="larger than 5 MB"):
        check_size(LARGEST + 1)


def test_too_many_questions_are_refused() -> None:
    with pytest.raises(Refused, match="more than 1000 questions"):
        read_questions("a.gift", b"a{T}\n\n" * (MOST_QUESTIONS + 1))


def question(text: str) -> str:
    return XML.replace("<text>é</text>", f"<text><![CDATA[{text}]]></text>")


HOSTILE = [
    *(f"{{=a {sign * 300_000}" for sign in ("{", "~", "=", "\\", "::", "#", "->", "[tag:")),
    *(f"a{{=a {sign * 300_000}}}" for sign in ("~", "=", "\\", "#", "->", "%")),
    *(question(sign * (9_000 // len(sign))) for sign in ("<a ", "<", "&", "<!--", "\\(", "<li>")),
    *(f"kind,question\n{sign * 300_000}" for sign in ('"', ",", "a,", ";", "\t")),
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12] + text[-12:])
def test_no_text_takes_long(text: str) -> None:
    began = time.monotonic()
    with contextlib.suppress(Refused):
        read_questions("", text.encode())
    assert time.monotonic() - began < SOON


@given(st.binary(max_size=300), st.sampled_from(["a.gift", "a.xml", "a.csv", "a.txt"]))
def test_any_bytes_give_a_report_or_a_reason(content: bytes, name: str) -> None:
    try:
        answer: object = read_questions(name, content).lines
    except Refused as refused:
        answer = str(refused)
    assert answer


SIGNS = [*"{}=~#\\\na&", "%50%", "->", "::", "$CATEGORY:", "[html]<b>"]


@given(st.lists(st.sampled_from(SIGNS), min_size=1, max_size=40).map("".join))
def test_any_gift_gives_a_report_or_a_reason(text: str) -> None:
    try:
        report = read_questions("a.gift", text.encode())
    except Refused:
        return
    assert all(line.draft or line.reasons for line in report.lines)
