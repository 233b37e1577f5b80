"""A page taken apart into the pieces of text that its author wrote, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from html import unescape
from typing import Any

from django.db.models import CharField, TextField, URLField
from django.utils.text import capfirst
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField

from hub.pages.blocks.body import HeadingBlock, QuoteBlock
from hub.pages.models import HubPage
from hub.quality.finding import Place

# Read by machines, or kept about the page: not what its readers read.
OTHER_USES = frozenset(
    {"slug", "search_words", "cite_forms", "links", "sources", "change_notes", "other_names"}
)
TAG = re.compile(r"<[^<>]*>")
LINE_END = re.compile(r"</(?:p|li|h[1-6]|blockquote)>|<br\s*/?>")


class Role(Enum):
    HEADING = auto()
    PROSE = auto()
    SHORT = auto()
    QUOTE = auto()


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    place: Place
    block: blocks.Block
    value: Any
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """One text. `html` is empty where it was written without tags."""

    place: Place
    role: Role
    lines: tuple[str, ...]
    html: str = ""

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


@lru_cache(maxsize=100)
def written_fields(model: type[HubPage]) -> tuple[Any, ...]:
    """The fields of the editor that hold words for readers, in the editor's order."""
    shown = model.get_edit_handler().get_form_options()["fields"]
    named = [model._meta.get_field(name) for name in shown if hasattr(model, name)]
    kinds = (CharField, TextField, RichTextField, StreamField)
    return tuple(
        field
        for field in named
        if isinstance(field, kinds)
        and not (isinstance(field, URLField) or field.choices or field.name in OTHER_USES)
    )


def placed_blocks(page: HubPage) -> Iterator[PlacedBlock]:
    """Every block of the page's streams, those inside others too."""
    for field in written_fields(type(page)):
        if isinstance(field, StreamField):
            for child in field.value_from_object(page):
                place = Place(field.name, capfirst(str(field.verbose_name)), child.id or "")
                yield from inside(PlacedBlock(place, child.block, child.value))


def inside(placed: PlacedBlock) -> Iterator[PlacedBlock]:
    yield placed
    block, value = placed.block, placed.value
    quoted = placed.quoted or isinstance(block, QuoteBlock)
    children: list[tuple[blocks.Block, Any]] = []
    if isinstance(block, blocks.StructBlock):
        children = [(child, value.get(name)) for name, child in block.child_blocks.items()]
    elif isinstance(block, blocks.ListBlock):
        children = [(block.child_block, item) for item in value]
    elif isinstance(block, blocks.StreamBlock):
        children = [(child.block, child.value) for child in value]
    for child, held in children:
        if held:
            yield from inside(PlacedBlock(placed.place, child, held, quoted))


def passages(page: HubPage) -> Iterator[Passage]:
    """In the editor's order. Empty ones are left out."""
    for field in written_fields(type(page)):
        if isinstance(field, StreamField):
            continue
        value = field.value_from_object(page) or ""
        place = Place(field.name, capfirst(str(field.verbose_name)))
        if isinstance(field, RichTextField):
            yield from passage_of_html(place, value, Role.PROSE)
        else:
            long = isinstance(field, TextField)
            yield from passage_of_text(place, value, Role.PROSE if long else Role.SHORT)
    for placed in placed_blocks(page):
        yield from passages_of_block(placed)


def passages_of_block(placed: PlacedBlock) -> Iterator[Passage]:
    block, value = placed.block, placed.value
    role = Role.QUOTE if placed.quoted else Role.PROSE
    if isinstance(block, blocks.RichTextBlock):
        yield from passage_of_html(placed.place, value.source, role)
    elif isinstance(block, HeadingBlock):
        yield from passage_of_text(placed.place, value, Role.HEADING)
    elif isinstance(block, blocks.TextBlock):
        yield from passage_of_text(placed.place, value, role)
    elif isinstance(block, blocks.CharBlock):
        yield from passage_of_text(placed.place, value, Role.QUOTE if placed.quoted else Role.SHORT)


def passage_of_html(place: Place, html: str, role: Role) -> Iterator[Passage]:
    parts = (unescape(TAG.sub("", part)) for part in LINE_END.split(html))
    lines = tuple(filter(None, (" ".join(part.split()) for part in parts)))
    if lines or html:
        yield Passage(place, role, lines, html)


def passage_of_text(place: Place, text: str, role: Role) -> Iterator[Passage]:
    lines = tuple(filter(None, (" ".join(part.split()) for part in str(text).splitlines())))
    if lines:
        yield Passage(place, role, lines)
