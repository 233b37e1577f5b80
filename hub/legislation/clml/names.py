"""Names of elements and attributes, and reading what they hold."""

import datetime
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _

from hub.legislation.clml.refusal import Refused

LEG = "{http://www.legislation.gov.uk/namespaces/legislation}"
UKM = "{http://www.legislation.gov.uk/namespaces/metadata}"
DC = "{http://purl.org/dc/elements/1.1/}"
DCT = "{http://purl.org/dc/terms/}"
ATOM = "{http://www.w3.org/2005/Atom}"
PBL = "{http://www.legislation.gov.uk/namespaces/publication-log}"
XHTML = "{http://www.w3.org/1999/xhtml}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

# What is no word of the text.
SILENT = {
    f"{LEG}{name}"
    for name in (
        *("CommentaryRef", "FootnoteRef", "MarginNoteRef", "Footnote", "MarginNote", "Image"),
        *("IncludedDocument", "AltVersionRefs"),
    )
}


def local(element: Element) -> str:
    """The name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def words(element: Element | None) -> str:
    """All that it says, on one line. Nothing for nothing."""
    return " ".join("".join(said(element)).split()) if element is not None else ""


def said(element: Element) -> Iterator[str]:
    """Text of an element and of those inside it; a named character counts as a space."""
    if element.tag == f"{LEG}Character":
        yield "−" if element.get("Name") == "Minus" else " "
    if element.tag not in SILENT:
        yield element.text or ""
        for child in element:
            yield from said(child)
            yield child.tail or ""


def day(value: str | None, of_what: str) -> datetime.date | None:
    """A date, or the date of a moment. Raises Refused for what is none."""
    if not value:
        return None
    try:
        return datetime.date.fromisoformat(value.strip()[:10])
    except ValueError as error:
        said_date = {"date": value[:40], "what": of_what}
        raise Refused(_("“%(date)s” of %(what)s is no date.") % said_date) from error


def value_of(parent: Element | None, name: str) -> str:
    """The Value of the first such element below; empty where there is none."""
    found = parent.find(f".//{UKM}{name}") if parent is not None else None
    return (found.get("Value") or "").strip() if found is not None else ""
