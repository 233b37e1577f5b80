"""Reminders before a verification lapses."""

from datetime import date, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from hub.users.models import Verification
from hub.users.signals import verification_ending


def remind(on: date | None = None) -> str | None:
    """Reminds once for each number of days in VERIFICATION_REMINDER_DAYS. Safe at any time.

    One query, and an update and a notice for each person who is due.
    """
    today = on or timezone.localdate()
    first = today + timedelta(days=max(settings.VERIFICATION_REMINDER_DAYS))
    ending = Verification.objects.current(today).filter(ended="", until__lte=first)
    reminded = sum(remind_one(row, today) for row in ending.with_names())
    return f"{reminded} reminded" if reminded else None


@transaction.atomic
def remind_one(row: Verification, today: date) -> bool:
    """Claims the reminder first, so that two runs at once send one."""
    left = (row.until - today).days
    due = sum(left <= days for days in settings.VERIFICATION_REMINDER_DAYS)
    claimed = Verification.objects.filter(pk=row.pk, until=row.until, reminders__lt=due)
    if not claimed.update(reminders=due):
        return False
    verification_ending.send(Verification, verification=row)
    return True
