"""What the rows of a thing should say, worked out from the thing alone."""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from hub.access.registry import Document, Kind
from hub.access.rules import Rule
from hub.access.sensitive import is_sensitive
from search.models import SECTIONS_PER_ENTRY
from search.models.labels import LabelMap, labels_of

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class SectionRow:
    anchor: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class EntryRow:
    """Everything that search holds of one thing, as plain values that compare by what they say."""

    kind: str
    object_id: int
    rule: Rule
    labels: LabelMap
    date: datetime.date | None
    expires_at: datetime.datetime | None
    title: str
    other_names: str
    aliases: str
    summary: str
    body: str
    url: str
    sections: tuple[SectionRow, ...]


def clean(text: str) -> str:
    """Without control characters: snippets mark their matches with two of them."""
    return CONTROL.sub("", text).strip()


def in_lines(texts: Iterable[str]) -> str:
    return "\n".join(filter(None, map(clean, texts)))


def title_only(document: Document) -> Document:
    """What the index may hold of a thing that is OFFICIAL-SENSITIVE: none of its text."""
    return replace(document, summary="", aliases=(), words=(), sections=())


def section_rows(document: Document) -> tuple[SectionRow, ...]:
    """Sections that have words. What lies beyond the last number is joined to the last section."""
    rows = [
        SectionRow(clean(s.anchor)[:200], clean(s.heading), clean(s.text))
        for s in document.sections
        if clean(s.heading) or clean(s.text)
    ]
    kept, rest = rows[: SECTIONS_PER_ENTRY - 1], rows[SECTIONS_PER_ENTRY - 1 :]
    if rest:
        last = "\n".join(part for row in rest for part in (row.heading, row.text) if part)
        kept.append(SectionRow(rest[0].anchor, rest[0].heading, last))
    return tuple(kept)


def row_of(kind: Kind, thing: Any, rule: Rule) -> EntryRow | None:
    """The rows of a thing, or None for one without an address, which no result could lead to."""
    url = kind.address(thing)
    if not url:
        return None
    document = kind.document(thing)
    if is_sensitive(rule):
        document = title_only(document)
    sections = section_rows(document)
    return EntryRow(
        kind=kind.name,
        object_id=thing.pk,
        rule=rule,
        labels=labels_of(kind.name, document),
        date=document.date,
        expires_at=getattr(thing, "expire_at", None),
        title=clean(document.title),
        other_names=in_lines(document.aliases),
        aliases=in_lines((*document.aliases, *document.words)),
        summary=clean(document.summary),
        body="\n".join(part for s in sections for part in (s.heading, s.text) if part),
        url=url,
        sections=sections,
    )
