"""Dates as people here write and count them."""

import calendar
import datetime

from django.utils import formats, timezone


def long_date(value: datetime.date | None) -> str:
    """4 November 2026, in London time for moments. Empty for nothing."""
    if not value:
        return ""
    if isinstance(value, datetime.datetime) and timezone.is_aware(value):
        value = timezone.localtime(value)
    return formats.date_format(value, "j F Y")


def add_months(day: datetime.date, months: int) -> datetime.date:
    """The same day of a later month, or that month's last day: 31 August and 6 give 28 February."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return day.replace(
        year=year, month=month, day=min(day.day, calendar.monthrange(year, month)[1])
    )
