"""Bytes that somebody sent: whether they are text, and in which encoding."""

import codecs
import re

from django.utils.translation import gettext as _

# What no text has: the rest of ASCII's controls, after tab and line ends.
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
LINE_END = re.compile(r"\r\n?")
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class NoText(Exception):
    """Why it can't be read, in words for whoever sent it."""


def text_of(content: bytes, declared: str = "") -> tuple[str, bool]:
    """The text with plain line ends, and whether its encoding had to be guessed. Raises NoText."""
    if content.startswith(b"PK\x03\x04"):
        raise NoText(_("This is a workbook or an archive. Save the sheet as CSV (UTF-8) first."))
    text, guessed = decoded(content, declared)
    text = LINE_END.sub("\n", text)
    if CONTROLS.search(text):
        raise NoText(_("This is no text file."))
    if not text.strip():
        raise NoText(_("The file is empty."))
    return text, guessed


def decoded(content: bytes, encoding: str) -> tuple[str, bool]:
    for mark, of_mark in MARKS:
        if content.startswith(mark):
            encoding, content = of_mark, content[len(mark) :]
            break
    attempts = [encoding] if encoding else ["utf-8", "cp1252"]
    for attempt in attempts:
        try:
            return content.decode(attempt), attempt == "cp1252"
        except UnicodeDecodeError:
            continue
    raise NoText(_("The file's letters can't be read. Save it as UTF-8."))
