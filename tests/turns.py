"""Whose turn it is this week, where a run takes a part of something and the next week another."""

import datetime
from random import Random


def this_week() -> int:
    """Counted on through the years, so that no turn is lost at the end of one."""
    return datetime.datetime.now(tz=datetime.UTC).toordinal() // 7


def has_its_turn(name: str, one_in: int, week: int) -> bool:
    """Once in that many weeks; the names are dealt out by chance, the same each time."""
    return Random(name).randrange(one_in) == week % one_in
