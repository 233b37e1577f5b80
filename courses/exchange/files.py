"""Bytes that somebody sent: in which encoding, and which format."""

import re
from enum import StrEnum
from pathlib import PurePath

from django.utils.translation import gettext as _

from courses.exchange.drafts import Refused
from hub.core.text_files import NoText, text_of

LARGEST = 5 * 1024**2  # bytes
MOST_QUESTIONS = 1000
DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
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
    try:
        return text_of(content, declared_encoding(content))
    except NoText as error:
        raise Refused(str(error)) from error


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
