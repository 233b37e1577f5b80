"""When mail may go: quiet hours and the hour of round-ups, by the clock on the wall in London.

Pure functions. Moments are aware; hours are whole, so that a clock change never falls inside one.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.utils import timezone

ROUND_UP_HOUR = 8
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From one hour of the day until another, past midnight where the first is the later one."""

    start: int
    end: int

    def holds(self, moment: datetime) -> bool:
        hour = timezone.localtime(moment).hour
        if self.start <= self.end:
            return self.start <= hour < self.end
        return hour >= self.start or hour < self.end

    def over(self, moment: datetime) -> datetime:
        """The moment itself, or the end of the quiet hours that it lies in."""
        if not self.holds(moment):
            return moment
        local = timezone.localtime(moment)
        day = local.date() if local.hour < self.end else local.date() + DAY
        return at_hour(day, self.end)


def at_hour(day: date, hour: int) -> datetime:
    """An hour of a day in London; where summer time skips it, the hour that follows."""
    return datetime.combine(day, time(hour), timezone.get_default_timezone()).astimezone(UTC)


def next_round_up(moment: datetime, weekday: int | None = None) -> datetime:
    """The first round-up after a moment: on that day of the week, or on any day."""
    day = timezone.localtime(moment).date()
    while at_hour(day, ROUND_UP_HOUR) <= moment or weekday not in (None, day.weekday()):
        day += DAY
    return at_hour(day, ROUND_UP_HOUR)
