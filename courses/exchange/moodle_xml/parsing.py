"""Elements of an XML file with the lines they begin in. Nothing outside of it is read."""

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import XMLParser
from django.utils.translation import gettext as _

from courses.exchange.drafts import Refused

DEEPEST = 20
PIECE = 1 << 16


class Questions(TreeBuilder):
    """Gathers questions as they end, and forgets them once they are taken."""

    def __init__(self) -> None:
        super().__init__()
        self.parser: Any = None
        self.depth = 0
        self.line = 0
        self.ended: list[tuple[int, Element]] = []
        self.root = ""

    def start(self, tag: Any, attrs: Any) -> Element:
        self.depth += 1
        self.root = self.root or str(tag)
        if self.depth > DEEPEST:
            raise Refused(_("The file is nested too deeply to be Moodle's."))
        if tag == "question":
            self.line = self.parser.parser.CurrentLineNumber
        return super().start(tag, attrs)

    def end(self, tag: Any) -> Element:
        self.depth -= 1
        element = super().end(tag)
        if tag == "question" and self.depth == 1:
            self.ended.append((self.line, element))
        return element

    def taken(self) -> Iterator[tuple[int, Element]]:
        ended, self.ended = self.ended, []
        yield from ended


def question_elements(text: str) -> Iterator[tuple[int, Element]]:
    """Each with its line. Raises Refused where the file is no sound or no safe XML."""
    target = Questions()
    target.parser = XMLParser(target=target, forbid_dtd=True)
    try:
        for start in range(0, len(text), PIECE):
            target.parser.feed(text[start : start + PIECE])
            yield from target.taken()
        target.parser.close()
    except ParseError as error:
        line = {"line": error.position[0]}
        raise Refused(_("The XML is broken in line %(line)d.") % line) from error
    except DefusedXmlException as error:
        raise Refused(
            _("The file declares a document type or entities; Moodle's don't.")
        ) from error
    yield from target.taken()
    if target.root != "quiz":
        raise Refused(_("This is XML, but not Moodle's."))
