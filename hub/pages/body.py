"""A body as readers and search see it: blocks with anchors, grouped under their headings."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from django.utils.text import slugify
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField
from wagtail.query import PageQuerySet

from hub.access.registry import Section
from hub.core.html import plain_text

Pages = TypeVar("Pages", bound=PageQuerySet)

INTRODUCTION = "content"
FEW_HEADINGS = 2


@dataclass(frozen=True, slots=True)
class BodyPart:
    """One block in place. `anchor` is set on headings only."""

    block: StreamValue.StreamChild
    anchor: str = ""


def body_parts(body: StreamValue) -> list[BodyPart]:
    """The blocks with an anchor for each heading; two equal headings get different anchors."""
    taken: set[str] = {INTRODUCTION}
    return [BodyPart(block, _anchor(block, taken)) for block in body]


def _anchor(block: StreamValue.StreamChild, taken: set[str]) -> str:
    if block.block_type != "heading":
        return ""
    base = slugify(block.value) or "section"
    anchor, number = base, 2
    while anchor in taken:
        anchor, number = f"{base}-{number}", number + 1
    taken.add(anchor)
    return anchor


def sections(body: StreamValue) -> Iterator[Section]:
    """The body as plain text, one section for each heading and one for what stands before it."""
    anchor, heading = INTRODUCTION, ""
    texts: list[str] = []
    for part in body_parts(body):
        if part.anchor:
            if texts or heading:
                yield Section(anchor, heading, " ".join(texts))
            anchor, heading, texts = part.anchor, part.block.value, []
        else:
            texts.append(block_text(part.block))
    if texts or heading:
        yield Section(anchor, heading, " ".join(texts))


def contents_of(headings: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Words and anchor of each heading, for the contents list; none on a short page."""
    named = [(words, anchor) for words, anchor in headings if words]
    return named if len(named) > FEW_HEADINGS else []


def block_text(block: StreamValue.StreamChild) -> str:
    """The words of one block, as Wagtail gathers them for search, without tags."""
    return plain_text(" ".join(str(t) for t in block.block.get_searchable_content(block.value)))


def without_texts(pages: Pages) -> Pages:
    """For lists: the pages without their streams, whose reading takes longer than all the rest.

    A card's date rests on the change notes, so that these stay.
    """
    fields = pages.model._meta.get_fields()
    streams = [f.name for f in fields if isinstance(f, StreamField) and f.name != "change_notes"]
    return pages.defer(*streams)
