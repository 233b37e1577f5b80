"""The lines of a file where a marking stands: headers, footers, the first and last of a page.

A file that can't be read has none: whether it is what its name says is decided elsewhere.
"""

import csv
import logging
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from itertools import islice
from typing import BinaryIO
from xml.etree.ElementTree import ParseError

from defusedxml.ElementTree import iterparse
from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

# What the libraries raise for files that are broken or hostile. defusedxml's are ValueErrors.
UNREADABLE = (
    zipfile.BadZipFile,
    lzma.LZMAError,
    struct.error,
    AssertionError,
    DependencyError,
    EOFError,
    NotImplementedError,
    ParseError,
    PyPdfError,
    csv.Error,
    ArithmeticError,
    AttributeError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    zlib.error,
)
logger = logging.getLogger(__name__)

FIRST_LINES = 12
PAGES = 2
PARTS = 40  # of an office file
LARGEST_PART = 8 * 1024**2  # bytes when unpacked; larger ones hold text, not headers
PLAIN = 16 * 1024

# Which parts of an office file hold headings, beginning with these names.
OFFICE_PARTS = {
    "docx": ("word/document.xml", "word/header", "word/footer", "docProps/core.xml"),
    "pptx": ("ppt/slides/slide", "ppt/slideMasters/slideMaster", "docProps/core.xml"),
    "xlsx": ("xl/sharedStrings.xml", "xl/worksheets/sheet", "docProps/core.xml"),
}
# A paragraph in Word and PowerPoint, a cell in Excel, its headers and footers, a property.
LINES = {"p", "si", "oddHeader", "oddFooter", "evenHeader", "firstHeader", "title", "subject"}


def lines_of_office(file: BinaryIO, extension: str) -> Iterator[str]:
    with zipfile.ZipFile(file) as archive:
        parts = [
            item
            for item in archive.infolist()
            if item.filename.startswith(OFFICE_PARTS[extension]) and item.file_size < LARGEST_PART
        ]
        for part in parts[:PARTS]:
            with archive.open(part) as stream:
                yield from islice(lines_of_part(stream), FIRST_LINES)


def lines_of_part(stream: BinaryIO) -> Iterator[str]:
    for _event, element in iterparse(stream):
        if element.tag.rpartition("}")[2] in LINES:
            text = "".join(element.itertext())
            # Excel writes "&L", "&C" and "&R" before the left, middle and right of a header.
            yield from filter(None, (part.strip() for part in split_header(text)))


def split_header(text: str) -> list[str]:
    for mark in ("&L", "&C", "&R"):
        text = text.replace(mark, "\n")
    return [line.rpartition('"')[2] for line in text.split("\n")]


def lines_of_pdf(file: BinaryIO, _extension: str) -> Iterator[str]:
    reader = PdfReader(file)
    if reader.metadata and reader.metadata.title:
        yield str(reader.metadata.title)
    for page in islice(reader.pages, PAGES):
        lines = [line.strip() for line in page.extract_text().splitlines() if line.strip()]
        yield from lines[:FIRST_LINES]
        yield from lines[-FIRST_LINES:]


def lines_of_plain(file: BinaryIO, extension: str) -> Iterator[str]:
    text = file.read(PLAIN).decode("utf-8", errors="ignore")
    lines = [line for line in text.splitlines() if line.strip()][:FIRST_LINES]
    if extension == "csv":
        for row in csv.reader(lines):
            yield from row
    yield from lines


READERS: dict[str, Callable[[BinaryIO, str], Iterator[str]]] = {
    "csv": lines_of_plain,
    "docx": lines_of_office,
    "pdf": lines_of_pdf,
    "pptx": lines_of_office,
    "txt": lines_of_plain,
    "xlsx": lines_of_office,
}


def headings_of(file: BinaryIO, extension: str) -> list[str]:
    """Lines of the file in which a marking would stand; leaves the file where it was."""
    reader = READERS.get(extension.lower().lstrip("."))
    if reader is None:
        return []
    place = file.tell()
    file.seek(0)
    try:
        return list(reader(file, extension.lower().lstrip(".")))
    except UNREADABLE as error:
        logger.info("Headings of a file could not be read: %s", type(error).__name__)
        return []
    finally:
        file.seek(place)
