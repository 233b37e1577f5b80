from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.text import Truncator

from hub.quality.advice import MEND, WHY
from hub.quality.enums import FindingKind

LONGEST_QUOTE = 80


@dataclass(frozen=True, slots=True)
class Place:
    """A field of a page, and the outermost block in it; no block outside of streams."""

    field: str
    label: str
    block: str = ""

    @property
    def path(self) -> str:
        """As the editor marks its fields: `data-contentpath` of the field, then of the block."""
        return f"{self.field}.{self.block}" if self.block else self.field


@dataclass(frozen=True, slots=True)
class Finding:
    """`what` is told to the author alone: it may quote the text and is stored nowhere."""

    kind: FindingKind
    place: Place
    what: str

    @property
    def why(self) -> str | Promise:
        return WHY[self.kind]

    @property
    def mend(self) -> str | Promise:
        return MEND[self.kind]


def short(text: str) -> str:
    return Truncator(text).chars(LONGEST_QUOTE)
