"""A search entry as a row of a list."""

from dataclasses import dataclass

from hub.access.registry import kind_named
from hub.core.dates import long_date
from search.models import Entry


@dataclass(frozen=True, slots=True)
class ShownEntry:
    title: str
    url: str
    summary: str
    kind_label: str
    meta: tuple[str, ...]


def shown(entry: Entry) -> ShownEntry:
    """What a list row needs; `text` must be selected with the entry."""
    return ShownEntry(
        title=entry.text.title,
        url=entry.text.url,
        summary=entry.text.summary,
        kind_label=str(kind_named(entry.kind).label),
        meta=(long_date(entry.date),) if entry.date else (),
    )
