from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class TextOverTime:
    """A text and the days on which it held, both included; an open end has no day."""

    valid_from: date | None
    valid_to: date | None
    status: str
    extent: str
    text: str
    as_at: date | None
    checked: bool
