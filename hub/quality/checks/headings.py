"""The order of headings: no step left out, none empty, none twice, none made of bold letters."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.fields import StreamField

from hub.pages.blocks.body import HeadingBlock
from hub.pages.models import HubPage
from hub.quality.enums import FindingKind
from hub.quality.finding import Finding, short
from hub.quality.passages import TAG, PlacedBlock, placed_blocks, written_fields

INNER = re.compile(r"<h(?P<level>[2-6])\b[^<>]*>")
BOLD = re.compile(r"<p\b[^<>]*>\s*<(?P<tag>b|strong)>(?P<words>[^<>]{3,80})</(?P=tag)>\s*</p>")
LAST_LEVEL = 3


def headings(page: HubPage) -> Iterator[Finding]:
    """Of streams in which heading blocks open parts."""
    last: PlacedBlock | None = None
    seen: set[str] = set()
    bodies = {field.name for field in written_fields(type(page)) if opens_parts(field)}
    for placed in placed_blocks(page):
        if placed.place.field not in bodies:
            continue
        if last is not None and placed.place.field != last.place.field:
            yield from empty_part(last)
            last, seen = None, set()
        if isinstance(placed.block, HeadingBlock):
            yield from empty_part(last)
            words = str(placed.value).strip()
            if words.casefold() in seen:
                said = _("Two parts are called “%(words)s”.") % {"words": short(words)}
                yield Finding(FindingKind.HEADINGS, placed.place, said)
            seen.add(words.casefold())
            last = placed
        else:
            yield from headings_within(placed, below_heading=bool(seen))
            last = None if last and placed.value else last
    yield from empty_part(last)


def opens_parts(field: Any) -> bool:
    return isinstance(field, StreamField) and any(
        isinstance(block, HeadingBlock) for block in field.stream_block.child_blocks.values()
    )


def empty_part(heading: PlacedBlock | None) -> Iterator[Finding]:
    if heading is not None:
        said = _("Nothing stands below “%(words)s”.") % {"words": short(str(heading.value))}
        yield Finding(FindingKind.HEADINGS, heading.place, said)


def headings_within(placed: PlacedBlock, *, below_heading: bool) -> Iterator[Finding]:
    """Inside a rich text, where the smaller heading is the third level."""
    if not isinstance(placed.block, blocks.RichTextBlock):
        return
    html = placed.value.source
    levels = [int(match["level"]) for match in INNER.finditer(html)]
    first = LAST_LEVEL if below_heading else LAST_LEVEL - 1
    if levels and levels[0] > first:
        said = _("A smaller heading stands where no heading opened a part.")
        yield Finding(FindingKind.HEADINGS, placed.place, said)
    if any(after > before + 1 for before, after in pairwise(levels)):
        said = _("A heading skips a level.")
        yield Finding(FindingKind.HEADINGS, placed.place, said)
    for match in BOLD.finditer(html):
        words = TAG.sub("", match["words"]).strip()
        if not words.endswith((".", "!", "?", ":")):
            said = _("“%(words)s” looks like a heading, but is only bold.")
            yield Finding(FindingKind.HEADINGS, placed.place, said % {"words": short(words)})
