"""How soon mail tells of a notice, by what its reader chose. Pure: the same plan each time."""

from dataclasses import dataclass
from datetime import datetime

from hub.notices.enums import ALWAYS_AT_ONCE, Category, Rhythm
from hub.notices.models import NoticeChoices
from hub.notices.timing import next_round_up
from hub.users.models import User


@dataclass(frozen=True, slots=True)
class Plan:
    """`due_at` is None where nothing is to be mailed."""

    rhythm: Rhythm
    due_at: datetime | None


NO_MAIL = Plan(Rhythm.HUB, None)


def plan_for(choices: NoticeChoices, category: str, moment: datetime) -> Plan:
    """Account notices and alarms go at once, in quiet hours too; all else waits for their end."""
    if category in ALWAYS_AT_ONCE:
        return Plan(Rhythm.AT_ONCE, moment)
    return plan_rhythm(choices, choices.rhythm_of(Category(category)), moment)


def plan_rhythm(choices: NoticeChoices, rhythm: Rhythm, moment: datetime) -> Plan:
    if rhythm == Rhythm.HUB:
        return NO_MAIL
    due_at = moment
    if rhythm != Rhythm.AT_ONCE:
        due_at = next_round_up(moment, choices.weekly_day if rhythm == Rhythm.WEEKLY else None)
    return Plan(rhythm, choices.quiet.over(due_at) if choices.quiet else due_at)


def choices_of(person: User) -> NoticeChoices:
    """What a person chose, or what everybody has who chose nothing.

    Select `notice_choices` to cost no query.
    """
    return getattr(person, "notice_choices", None) or NoticeChoices(person=person)
