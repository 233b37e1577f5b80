"""Agency notes in the order that serves the person who reads them."""

from collections.abc import Iterable
from dataclasses import dataclass

from wagtail.blocks import StreamValue
from wagtail.rich_text import RichText

from hub.guidance.blocks import agency_choices


@dataclass(frozen=True, slots=True)
class AgencyNote:
    name: str
    text: RichText
    is_own: bool = False


def notes_for(notes: Iterable[StreamValue.StreamChild], own_slug: str = "") -> list[AgencyNote]:
    """The notes with their agencies' names, the reader's own first. One query, or none."""
    values = [note.value for note in notes]
    if not values:
        return []
    names = dict(agency_choices())
    found = [
        AgencyNote(names[value["agency"]], value["text"], value["agency"] == own_slug)
        for value in values
        if value["agency"] in names
    ]
    return sorted(found, key=lambda note: not note.is_own)
