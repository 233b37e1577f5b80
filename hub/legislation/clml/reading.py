"""An XML file as a tree, with nothing outside of it read and nothing in it unfolded.

A file of legislation.gov.uk has no document type and no entities, so one that has is refused.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO
from xml.etree.ElementTree import Element, ParseError, TreeBuilder
from xml.parsers.expat import errors

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import XMLParser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hub.legislation.clml.refusal import Refused

LARGEST = 32 * 1024**2  # bytes: three times the largest act
DEEPEST = 120
MOST_ELEMENTS = 600_000
PIECE = 1 << 16
DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([^\"']{1,40})[\"']")
ENCODINGS = {b"utf-8", b"utf-16", b"us-ascii"}
OTHER_FILES = {
    b"PK": gettext_lazy("a zip archive. Unpack it first"),
    b"\x1f\x8b": gettext_lazy("compressed. Unpack it first"),
    b"%PDF": gettext_lazy("a PDF. Choose the XML"),
}
CUT_OFF = {
    errors.codes[name]
    for name in (
        errors.XML_ERROR_NO_ELEMENTS,
        errors.XML_ERROR_UNCLOSED_TOKEN,
        errors.XML_ERROR_PARTIAL_CHAR,
        errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
    )
}


class Capped(TreeBuilder):
    """Stops before a hostile file fills the memory, or breaks what reads the tree."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = self.elements = 0

    def start(self, tag: Any, attrs: Any) -> Element:
        self.depth += 1
        self.elements += 1
        if self.depth > DEEPEST:
            raise Refused(_("It is nested too deeply to be a file of legislation.gov.uk."))
        if self.elements > MOST_ELEMENTS:
            raise Refused(_("It has too many elements to be a file of legislation.gov.uk."))
        return super().start(tag, attrs)

    def end(self, tag: Any) -> Element:
        self.depth -= 1
        return super().end(tag)


def tree_of_file(file: Path) -> Element:
    """Raises Refused."""
    try:
        if not file.exists():
            raise Refused(_("There is no such file."))
        if not file.is_file():
            raise Refused(_("It is no file."))
        if file.stat().st_size > LARGEST:
            raise too_large()
        with file.open("rb") as stream:
            return tree_of(pieces(stream))
    except OSError as error:
        raise Refused(_("It can't be read: %(why)s.") % {"why": error.strerror}) from error


def pieces(stream: BinaryIO) -> Iterable[bytes]:
    while piece := stream.read(PIECE):
        yield piece


def tree_of(content: Iterable[bytes]) -> Element:
    """The root. What comes in pieces is counted while it comes. Raises Refused."""
    parser, size = XMLParser(target=Capped(), forbid_dtd=True), 0
    try:
        for piece in content:
            if piece and not size:
                check_start(piece)
            size += len(piece)
            if size > LARGEST:
                raise too_large()
            parser.feed(piece)
        if not size:
            raise Refused(_("It is empty."))
        return parser.close()
    except ParseError as error:
        raise broken(error) from error
    except DefusedXmlException as error:
        raise Refused(
            _("It declares a document type or entities; files of legislation.gov.uk don't.")
        ) from error
    except (ValueError, LookupError) as error:
        raise Refused(_("Its encoding can't be read.")) from error


def too_large() -> Refused:
    return Refused(_("It is larger than %(most)d MB.") % {"most": LARGEST // 1024**2})


def check_start(piece: bytes) -> None:
    for start, words in OTHER_FILES.items():
        if piece.startswith(start):
            raise Refused(_("It is %(what)s.") % {"what": words})
    plain = piece[:400].replace(b"\0", b"")
    if not plain.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<"):
        raise Refused(_("It is no XML."))
    if re.match(rb"\W*(<!doctype\s+)?html\b", plain, re.IGNORECASE):
        raise Refused(_("It is a web page. Choose the XML of the act."))
    declared = DECLARED.search(plain)
    if declared and declared[1].lower() not in ENCODINGS:
        raise Refused(_("It is written in another encoding than UTF-8."))


def broken(error: ParseError) -> Refused:
    if error.code in CUT_OFF:
        return Refused(_("It ends before it is complete."))
    line = {"line": error.position[0]}
    if error.code == errors.codes[errors.XML_ERROR_INCORRECT_ENCODING]:
        return Refused(_("It isn't written in the encoding that it names."))
    return Refused(
        _("The XML is broken in line %(line)d, or not in the encoding that it names.") % line
    )
