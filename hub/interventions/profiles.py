"""What an area says is in place there, as people read it."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from hub.interventions.conditions import CIRCUMSTANCES, RESOURCES, Condition
from hub.interventions.models import AreaStatement
from hub.taxonomy.models import Area

# What was so longer ago may be so no more.
GROWS_OLD_AFTER = timedelta(days=365)

Statements = dict[str, AreaStatement]


@dataclass(frozen=True, slots=True)
class Line:
    """A condition, and the last word on it; None where nobody said anything."""

    condition: Condition
    statement: AreaStatement | None

    @property
    def answer(self) -> str:
        return self.statement.in_words if self.statement else _("Not stated")

    @property
    def is_old(self) -> bool:
        return self.statement is not None and is_old(self.statement.as_of)


def is_old(day: date) -> bool:
    return timezone.localdate() - day > GROWS_OLD_AFTER


def statements_of(area: Area) -> Statements:
    """The last word on each condition that anything was said about. One query."""
    return {row.condition: row for row in AreaStatement.objects.of(area).newest()}


def profile_of(area: Area) -> list[tuple[str, list[Line]]]:
    """Every condition of the list under its heading. One query."""
    said = statements_of(area)
    named = ((_("What there is"), RESOURCES), (_("What could make things worse"), CIRCUMSTANCES))
    return [(label, [Line(item, said.get(item)) for item in items]) for label, items in named]


def next_unstated(area: Area, after: Condition) -> Condition | None:
    """The next condition that nobody said anything about, from here on and round."""
    said, every = statements_of(area), list(Condition)
    place = every.index(after) + 1
    return next((item for item in every[place:] + every[:place] if item not in said), None)
