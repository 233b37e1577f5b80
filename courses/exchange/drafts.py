"""Questions on their way in, and what is said of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from courses.enums import Difficulty

MOST_ANSWERS = 100


class Refused(Exception):
    """Why a question, or a whole file, can't come in or go out; in words for a trainer."""


@dataclass(slots=True, kw_only=True)
class Draft:
    """A question as an editor would have written it, before it is saved.

    `written` is what an editor enters in the part of the kind.
    """

    kind: str
    stem: str
    written: Mapping[str, Any]
    explanation: str = ""
    hint: str = ""
    tags: Sequence[str] = ()
    difficulty: int = Difficulty.USUAL
    outcome: str = ""
    must_pass: bool = False


@dataclass(slots=True, kw_only=True)
class Line:
    """What became of one question of a file: a draft, or why there is none."""

    place: str
    name: str
    draft: Draft | None = None
    reasons: Sequence[str] = ()
    notes: list[str] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Report:
    """All questions of a file, in its order, and what is to be said of the file itself."""

    lines: Sequence[Line]
    notes: Sequence[str] = ()

    @property
    def sound(self) -> list[Draft]:
        return [line.draft for line in self.lines if line.draft is not None]

    @property
    def refused(self) -> list[Line]:
        return [line for line in self.lines if line.draft is None]


def check_answers(count: int) -> None:
    """Nobody reads that many, and comparing them takes longer than they grow. Raises Refused."""
    if count > MOST_ANSWERS:
        raise Refused(_("It has more than %(most)d answers.") % {"most": MOST_ANSWERS})


def cleaned_tags(names: Sequence[str]) -> list[str]:
    """Each once, on one line, no longer than a tag may be."""
    flat = (" ".join(name.split())[:100].strip() for name in names)
    return list(dict.fromkeys(name for name in flat if name))
