"""Working days in England: no weekends, no bank holidays."""

import datetime
from functools import cache

import holidays
from django.utils import timezone


@cache
def _calendar() -> holidays.HolidayBase:
    """It adds each year when it is first asked for a day of it."""
    return holidays.country_holidays("GB", subdiv="ENG")


def working_day_after(day: datetime.date, number: int = 1) -> datetime.date:
    """The working day that comes `number` working days later; 1 is the next one."""
    return _calendar().get_nth_working_day(day, number)


def working_days_since(moment: datetime.datetime, now: datetime.datetime) -> int:
    """Working days that have begun since the day of `moment`, by the clock of the hub."""
    first = timezone.localdate(moment) + datetime.timedelta(days=1)
    last = timezone.localdate(now)
    return _calendar().get_working_days_count(first, last) if first <= last else 0


def is_bank_holiday(day: datetime.date) -> bool:
    return day in _calendar()
