"""Does an intervention fit an area? Condition by condition, in words; nothing is added up."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hub.interventions.conditions import Condition, Presence
from hub.interventions.models import AreaStatement
from hub.interventions.profiles import Line, Statements
from hub.interventions.requirements import Requirement


class Verdict(TextChoices):
    """In the order in which somebody must hear them."""

    HARM = "harm", _("It may do harm here")
    MISSING = "missing", _("Missing here")
    PARTLY = "partly", _("Partly in place")
    UNKNOWN = "unknown", _("Not known")
    IN_PLACE = "in-place", _("In place")
    CLEAR = "clear", _("Nothing here stands against it")


OF_RESOURCES = {
    Presence.YES: Verdict.IN_PLACE,
    Presence.PARTLY: Verdict.PARTLY,
    Presence.NO: Verdict.MISSING,
    Presence.UNKNOWN: Verdict.UNKNOWN,
}
# Half a danger is a danger.
OF_CIRCUMSTANCES = {
    Presence.YES: Verdict.HARM,
    Presence.PARTLY: Verdict.HARM,
    Presence.NO: Verdict.CLEAR,
    Presence.UNKNOWN: Verdict.UNKNOWN,
}
FIND_OUT = _("Find out before you decide, and have the area's lead write it down.")
NOTHING_TO_DO = frozenset({Verdict.IN_PLACE, Verdict.CLEAR})


@dataclass(frozen=True, slots=True)
class Comparison:
    """One condition of an intervention beside what an area says of it."""

    requirement: Requirement
    line: Line
    verdict: Verdict

    @property
    def next_step(self) -> str | Promise:
        """What to do first; empty where nothing is to be done."""
        if self.verdict in NOTHING_TO_DO:
            return ""
        return FIND_OUT if self.verdict == Verdict.UNKNOWN else self.line.condition.next_step


def compare(
    requirements: Iterable[Requirement], said: Statements
) -> list[tuple[str | Promise, list[Comparison]]]:
    """Under each verdict what it was given to, in the editors' order; empty ones are left out."""
    found: dict[Verdict, list[Comparison]] = {}
    for item in requirements:
        statement = said.get(item.condition)
        verdict = verdict_on(item.condition, statement)
        found.setdefault(verdict, []).append(
            Comparison(item, Line(item.condition, statement), verdict)
        )
    return [(verdict.label, found[verdict]) for verdict in Verdict if verdict in found]


def verdict_on(condition: Condition, statement: AreaStatement | None) -> Verdict:
    """What nobody said anything about isn't known."""
    if statement is None:
        return Verdict.UNKNOWN
    given = OF_CIRCUMSTANCES if condition.is_circumstance else OF_RESOURCES
    return given[Presence(statement.presence)]
