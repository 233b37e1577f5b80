"""The questions of a file, each with its place and name, before anybody has read what they say."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _

from courses.exchange.drafts import Draft
from courses.exchange.files import Format
from courses.exchange.gift.blocks import Block, blocks
from courses.exchange.gift.reading import name_of as name_in_gift
from courses.exchange.gift.reading import read_block
from courses.exchange.moodle.categories import tags_of_category
from courses.exchange.moodle.forms import draft_of
from courses.exchange.moodle.questions import MoodleQuestion
from courses.exchange.moodle_xml.elements import raw_text
from courses.exchange.moodle_xml.parsing import question_elements
from courses.exchange.moodle_xml.reading import name_of as name_in_xml
from courses.exchange.moodle_xml.reading import read_question
from courses.exchange.table.reading import Row, table_rows

Drafted = tuple[Draft, list[str]]


@dataclass(frozen=True, slots=True)
class Source:
    """`read` gives the draft with what is to be noted of it, or raises Refused."""

    place: str
    name: str
    read: Callable[[], Drafted]


def drafted(asked: MoodleQuestion) -> Drafted:
    draft = draft_of(asked)
    return draft, asked.notes


def from_gift(block: Block) -> Drafted:
    return drafted(read_block(block))


def from_xml(element: Element, category: Sequence[str]) -> Drafted:
    return drafted(read_question(element, category))


def from_table(row: Row) -> Drafted:
    return row.draft(), []


def in_line(number: int) -> str:
    return _("Line %(n)d") % {"n": number}


def gift_sources(text: str) -> Iterator[Source]:
    for block in blocks(text):
        yield Source(
            in_line(block.line),
            name_in_gift(block),
            partial(from_gift, block),
        )


def xml_sources(text: str) -> Iterator[Source]:
    """Raises Refused, before or within, where the file is no sound XML."""
    category: Sequence[str] = ()
    for line, element in question_elements(text):
        if element.get("type") == "category":
            category = tags_of_category(raw_text(element, "category/text"))
            continue
        yield Source(
            in_line(line),
            name_in_xml(element),
            partial(from_xml, element, category),
        )


def table_sources(text: str) -> Iterator[Source]:
    for row in table_rows(text):
        place = _("Row %(n)d") % {"n": row.number}
        yield Source(place, row.name, partial(from_table, row))


SOURCES: dict[Format, Callable[[str], Iterator[Source]]] = {
    Format.GIFT: gift_sources,
    Format.XML: xml_sources,
    Format.TABLE: table_sources,
}
