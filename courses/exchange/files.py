"""Bytes that somebody sent: whether they are text, in which encoding and which format."""

import codecs
import re
from enum import StrEnum
from pathlib import PurePath

from django.utils.translation import gettext as _

from courses.exchange.drafts import Refused

LARGEST = 5 * 1024**2  # bytes
MOST_QUESTIONS = 1000
DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
# What no text has: the rest of ASCII's controls, after tab and line ends.
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
LINE_END = re.compile(r"\r\n?")
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# A declaration is believed only where it names one of these; others are rare and may be traps.
KNOWN = {"utf-8", "us-ascii", "ascii", "iso-8859-1", "iso-8859-15", "windows-1252", "utf-16"}


class Format(StrEnum):
    GIFT = "gift"
    XML = "xml"
    TABLE = "csv"


def check_size(size: int) -> None:
    """Before anything is read. Raises Refused."""
    if size == 0:
        raise Refused(_("The file is empty."))
    if size > LARGEST:
        most = {"most": LARGEST // 1024**2}
        raise Refused(_("The file is larger than %(most)d MB. Split it.") % most)


def decode(content: bytes) -> tuple[str, bool]:
    """The text with plain line ends, and whether its encoding had to be guessed. Raises Refused."""
    check_size(len(content))
    if content.startswith(b"PK\x03\x04"):
        raise Refused(_("This is a workbook or an archive. Save the sheet as CSV (UTF-8) first."))
    text, guessed = decoded(content)
    text = LINE_END.sub("\n", text)
    if CONTROLS.search(text):
        raise Refused(_("This is no text file."))
    if not text.strip():
        raise Refused(_("The file is empty."))
    return text, guessed


def decoded(content: bytes) -> tuple[str, bool]:
    unreadable = _("The file's letters can't be read. Save it as UTF-8.")
    encoding = declared_encoding(content)
    for mark, of_mark in MARKS:
        if content.startswith(mark):
            encoding, content = of_mark, content[len(mark) :]
            break
    try:
        return content.decode(encoding or "utf-8"), False
    except UnicodeDecodeError as error:
        if encoding:
            raise Refused(unreadable) from error
    try:
        return content.decode("cp1252"), True
    except UnicodeDecodeError as error:
        raise Refused(unreadable) from error


def declared_encoding(content: bytes) -> str:
    """What an XML file says of itself, or what its first letters show of UTF-16; "" for neither."""
    start = content[:4]
    if len(start) == 4 and start[1] == start[3] == 0 and start[0] and start[2]:
        return "utf-16-le"
    if len(start) == 4 and start[0] == start[2] == 0 and start[1] and start[3]:
        return "utf-16-be"
    found = DECLARED.match(content.lstrip()[:300])
    said = found[1].decode().casefold() if found else ""
    return said if said in KNOWN else ""


def format_of(name: str, text: str) -> Format:
    """What it says counts first, then how its name ends. Raises Refused where they disagree."""
    ending = PurePath(name).suffix.lower()
    start = text.lstrip("\ufeff").lstrip()
    if start.startswith("<?xml") or start.startswith("<quiz"):
        return Format.XML
    if ending == ".xml":
        raise Refused(_("Its name says XML, but there is none in it."))
    if ending == ".csv" or (ending != ".gift" and is_table(start)):
        return Format.TABLE
    if "{" not in start and ending != ".gift":
        raise Refused(_("This is neither GIFT nor Moodle XML nor our table."))
    return Format.GIFT


def is_table(start: str) -> bool:
    """Whether its first line has our headings."""
    head = {cell.strip(' "').casefold() for cell in re.split("[,;\t]", start.split("\n", 1)[0])}
    return {"kind", "question"} <= head
