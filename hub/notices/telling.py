"""What a mail says of its notices: nothing that is sensitive, and never what people wrote."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from hub.notices.enums import Category
from hub.notices.gathering import Pile, about
from hub.notices.models import Notice
from hub.notices.readable import sensitive_notices

MOST_LINES = 30


@dataclass(slots=True)
class Line:
    """The newest notice about a thing, how many more there are, and whether the hub says more."""

    text: str
    url: str
    more: int = 0
    has_detail: bool = False


@dataclass(slots=True)
class Section:
    heading: str
    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Telling:
    """The lines of a mail by category, and how many things it only counts.

    `hidden` are those whose words must stay in the hub, `left` those beyond the longest mail.
    """

    sections: list[Section]
    hidden: int = 0
    left: int = 0

    @property
    def lines(self) -> list[Line]:
        return [line for section in self.sections for line in section.lines]


def telling_of(notices: Iterable[Notice]) -> Telling:
    """Costs a query for each kind of thing at most."""
    rows = sorted(notices, key=lambda notice: (notice.created_at, notice.pk), reverse=True)
    secret = sensitive_notices(rows)
    sections = {category: Section(str(category.label)) for category in Category}
    lines: dict[Pile, Line] = {}
    hidden: set[Pile] = set()
    for notice in rows:
        thing = about(notice)
        if notice.pk in secret:
            hidden.add(thing)
        elif thing in lines:
            lines[thing].more += 1
        else:
            lines[thing] = Line(
                " ".join(notice.text.split()), notice.url, has_detail=bool(notice.detail)
            )
            if len(lines) <= MOST_LINES:
                sections[Category(notice.category)].lines.append(lines[thing])
    told = [section for section in sections.values() if section.lines]
    return Telling(told, len(hidden), max(0, len(lines) - MOST_LINES))
