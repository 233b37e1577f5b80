"""Threads on their way into a space, and what is said of each row of their file."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from hub.core.personal_details.kinds import Finding
from hub.forum.enums import ThreadKind
from hub.taxonomy.models import Theme

# Those of a table that knows questions alone.
FEW_COLUMNS = ("thread", "title", "themes", "written", "by asker", "accepted", "text")
COLUMNS = (
    *("thread", "kind", "title", "themes", "written", "by asker", "accepted"),
    *("answers", "several", "closes", "starts", "ends", "place", "link", "text"),
)
LARGEST = 2 * 1024**2  # bytes
MOST_ROWS = 1000


@dataclass(slots=True, kw_only=True)
class DraftPost:
    body: str
    written: date
    by_asker: bool
    is_accepted: bool


@dataclass(frozen=True, slots=True)
class DraftPoll:
    answers: Sequence[str]
    several: bool
    closes_on: date


@dataclass(frozen=True, slots=True)
class DraftEvent:
    starts_at: datetime
    ends_at: datetime
    place: str
    link: str


@dataclass(slots=True, kw_only=True)
class DraftThread:
    """The first of its posts is the question, or what else the thread begins with."""

    kind: ThreadKind = ThreadKind.QUESTION
    title: str
    themes: Sequence[Theme]
    posts: list[DraftPost]
    poll: DraftPoll | None = None
    event: DraftEvent | None = None


@dataclass(slots=True)
class Line:
    """A row of the file, what speaks against it, and what in it could point at a person."""

    number: int
    name: str
    problems: list[str] = field(default_factory=list)
    quotes: str = ""
    findings: Sequence[Finding] = ()


@dataclass(slots=True)
class Report:
    """Every row in its order, what is to be said of the file, and the threads it makes."""

    lines: list[Line]
    threads: list[DraftThread]
    notes: list[str] = field(default_factory=list)

    @property
    def refused(self) -> int:
        return sum(bool(line.problems) for line in self.lines)

    @property
    def telling(self) -> list[Finding]:
        return [finding for line in self.lines for finding in line.findings]
