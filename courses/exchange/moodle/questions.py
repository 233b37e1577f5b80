"""A question as Moodle knows it, whichever file it stands in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from courses.exchange.plain import RULE
from courses.questions.weights import WHOLE, to_percent

AROUND_RULE = re.compile(rf"\s*{RULE}\s*")


@dataclass(slots=True, kw_only=True)
class MoodleAnswer:
    """An answer and the part of the mark it earns; of a pair, its left side and its right one."""

    text: str
    weight: Fraction = WHOLE
    feedback: str = ""
    tolerance: str = ""
    match: str = ""

    @property
    def percent(self) -> str:
        """As an editor writes it; "" for the whole mark."""
        return "" if self.weight == WHOLE else to_percent(self.weight)


@dataclass(slots=True, kw_only=True)
class Gap:
    """One is chosen or written. More than one may be right."""

    choose: bool
    answers: Sequence[MoodleAnswer]


@dataclass(slots=True, kw_only=True)
class MoodleQuestion:
    """All texts are plain. `pieces` are what stands around the gaps, one more than there are.

    `notes` say what changes on the way.
    """

    type: str
    text: str
    name: str = ""
    place: str = ""
    feedback: str = ""
    hints: Sequence[str] = ()
    tags: Sequence[str] = ()
    answers: Sequence[MoodleAnswer] = ()
    single: bool = True
    units: Sequence[tuple[str, str]] = ()
    grader: str = ""
    pieces: Sequence[str] = ()
    gaps: Sequence[Gap] = ()
    notes: list[str] = field(default_factory=list)

    @property
    def stem(self) -> str:
        return AROUND_RULE.sub("\n\n", self.text).strip()
