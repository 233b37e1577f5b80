from dataclasses import dataclass

from hub.core.personal_details.kinds import DetailKind


@dataclass(frozen=True, slots=True)
class Span:
    """A finding whose places are those of the text as the detector reads it."""

    kind: DetailKind
    start: int
    end: int
    value: str
