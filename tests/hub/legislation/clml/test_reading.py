"""Files that break, lie or attack: each is refused by name before anything is done with it."""

import codecs
import gzip
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from hub.legislation.clml import reading
from hub.legislation.clml.reading import tree_of, tree_of_file
from hub.legislation.clml.refusal import Refused
from tests.factories.clml import clml, section

GOOD = clml(section("1")).encode()
BOMB = b"""<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>
<Legislation>&b;</Legislation>"""
OUTSIDE = b"""<?xml version="1.0"?><!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<Legislation>&x;</Legislation>"""
DTD = b'<?xml version="1.0"?><!DOCTYPE l SYSTEM "http://127.0.0.1/l.dtd"><Legislation/>'
PARAMETER = b'<!DOCTYPE l [<!ENTITY % p SYSTEM "http://127.0.0.1/p"> %p;]><Legislation/>'


def zipped() -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("act.xml", GOOD)
    return archive.getvalue()


def refusal(content: bytes) -> str:
    with pytest.raises(Refused) as refused:
        tree_of([content])
    return str(refused.value)


@pytest.mark.parametrize("content", [BOMB, OUTSIDE, DTD, PARAMETER])
def test_a_document_type_or_an_entity_is_refused(content: bytes) -> None:
    assert "declares a document type or entities" in refusal(content)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "It is empty."),
        (zipped(), "It is a zip archive. Unpack it first."),
        (gzip.compress(GOOD), "It is compressed. Unpack it first."),
        (b"%PDF-1.7", "It is a PDF. Choose the XML."),
        (b'{"title": "An act"}', "It is no XML."),
        (b"\x00\x01\x02\x03", "It is no XML."),
        (b"<!DOCTYPE html><html></html>", "It is a web page. Choose the XML of the act."),
        (b"<html><body/></html>", "It is a web page. Choose the XML of the act."),
        (GOOD[: len(GOOD) // 2], "It ends before it is complete."),
        (GOOD[:-1], "It ends before it is complete."),
        (GOOD.replace(b"</Legislation>", b""), "It ends before it is complete."),
        (GOOD + b"<Legislation/>", "The XML is broken in line 1"),
        (GOOD.replace(b"</Body>", b"</Bodies>"), "The XML is broken in line 1"),
    ],
)
def test_what_is_no_sound_xml_is_refused_by_name(content: bytes, why: str) -> None:
    assert refusal(content).startswith(why)


@pytest.mark.parametrize("encoding", ["windows-1252", "iso-8859-1", "utf-7", "cp037", "no-such"])
def test_an_encoding_that_is_never_used_there_is_refused(encoding: str) -> None:
    content = GOOD.replace(b"UTF-8", encoding.encode())
    assert refusal(content) == "It is written in another encoding than UTF-8."


def test_bytes_of_another_encoding_than_the_one_named_are_refused() -> None:
    content = clml(section("1", "Café")).encode("latin-1")
    assert "not in the encoding that it names" in refusal(content)


def test_utf_16_that_says_it_is_utf_8_is_refused() -> None:
    refusal(GOOD.decode().encode("utf-16"))


def test_a_byte_order_mark_does_no_harm() -> None:
    assert tree_of([codecs.BOM_UTF8 + GOOD]).tag.endswith("Legislation")


def test_a_file_may_come_in_small_pieces() -> None:
    assert len(tree_of([GOOD[i : i + 7] for i in range(0, len(GOOD), 7)]))


def test_deep_nesting_is_refused() -> None:
    assert "nested too deeply" in refusal(b"<a>" * 100_000)


def test_too_many_elements_are_refused(monkeypatch) -> None:
    monkeypatch.setattr(reading, "MOST_ELEMENTS", 1000)
    assert "too many elements" in refusal(b"<a>" + b"<b/>" * 2000 + b"</a>")


def test_what_is_too_large_is_refused_before_it_is_all_there() -> None:
    asked = []

    def endless() -> Iterator[bytes]:
        yield b"<a>"
        while True:
            asked.append(1)
            yield b"x" * 2**20

    with pytest.raises(Refused, match="larger than 32 MB"):
        tree_of(endless())
    assert len(asked) <= 33


def test_a_file_of_fifty_megabytes_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "large.xml"
    with file.open("wb") as stream:
        stream.write(b"<Legislation>")
        stream.truncate(50 * 2**20)
    with pytest.raises(Refused, match="larger than 32 MB"):
        tree_of_file(file)


@pytest.mark.parametrize(("name", "why"), [("none.xml", "no such file"), ("", "It is no file")])
def test_what_is_no_file_is_refused(tmp_path: Path, name: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        tree_of_file(tmp_path / name)


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch) -> None:
    file = tmp_path / "act.xml"
    file.write_bytes(GOOD)

    def locked(*_args: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", locked)
    with pytest.raises(Refused, match="can't be read: Permission denied"):
        tree_of_file(file)
