"""From questions to a file. What a format can't say is named, and never bent until it fits."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from courses.exchange.drafts import Draft, Refused
from courses.exchange.files import Format
from courses.exchange.gift.writing import write_gift
from courses.exchange.moodle.forms import asked_of
from courses.exchange.moodle_xml.writing import CLOSE, OPEN, write_xml
from courses.exchange.table.writing import cells_of, write_table
from hub.core.one_line import shortened
from hub.core.text_files import LINE_END


@dataclass(slots=True, kw_only=True)
class Departure:
    """What became of one question: why it was left out, or what of it stayed behind."""

    name: str
    left_out: str = ""
    notes: Sequence[str] = ()


@dataclass(slots=True, kw_only=True)
class Export:
    text: str = ""
    departures: list[Departure] = field(default_factory=list)

    @property
    def count(self) -> int:
        return len(self.departures) - len(self.left_out)

    @property
    def left_out(self) -> list[Departure]:
        return [one for one in self.departures if one.left_out]

    @property
    def lessened(self) -> list[Departure]:
        return [one for one in self.departures if one.notes and not one.left_out]

    @property
    def losses(self) -> dict[str, list[str]]:
        """The names of the questions by what of each stays behind."""
        names: dict[str, list[str]] = {}
        for one in self.lessened:
            for note in one.notes:
                names.setdefault(note, []).append(one.name)
        return names


def write_questions(drafts: Iterable[Draft], wanted: Format) -> Export:
    export = Export()
    parts = [part for draft in drafts if (part := gone(draft, wanted, export)) is not None]
    if wanted is Format.TABLE:
        export.text = write_table(parts)
    elif wanted is Format.XML:
        export.text = "".join([OPEN, *parts, CLOSE])
    else:
        export.text = "\n".join(parts)
    return export


def gone(draft: Draft, wanted: Format, export: Export) -> Any:
    """Its part of the file, None where it is left out, and a line in the export either way."""
    draft = even(draft)
    departure = Departure(name=shortened(draft.stem))
    export.departures.append(departure)
    try:
        if wanted is Format.TABLE:
            return cells_of(draft)
        asked = asked_of(draft)
        part = write_xml(asked) if wanted is Format.XML else write_gift(asked)
    except Refused as refused:
        departure.left_out = str(refused)
        return None
    departure.notes = asked.notes
    return part


def even(value: Any) -> Any:
    """The same with plain line ends: browsers send other ones, and no format keeps those."""
    if isinstance(value, Draft):
        parts = {part.name: even(getattr(value, part.name)) for part in fields(value)}
        return Draft(**parts)
    if isinstance(value, Mapping):
        return {name: even(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [even(part) for part in value]
    return LINE_END.sub("\n", value) if isinstance(value, str) else value
