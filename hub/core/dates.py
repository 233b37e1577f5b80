"""Dates as people here write them."""

import datetime

from django.utils import formats, timezone


def long_date(value: datetime.date | None) -> str:
    """4 November 2026, in London time for moments. Empty for nothing."""
    if not value:
        return ""
    if isinstance(value, datetime.datetime) and timezone.is_aware(value):
        value = timezone.localtime(value)
    return formats.date_format(value, "j F Y")
