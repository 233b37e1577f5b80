"""Rows that wait for a worker: taken by a lease, done, or put off.

A row has `due_at`, when it may next be tried, which doubles as the lease of whoever is trying it.
What is mailed also has `attempts`.
"""

import logging
import smtplib
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any, TypeVar

from django.utils import timezone

logger = logging.getLogger(__name__)

LEASE = timedelta(minutes=5)
LONGEST_WAIT = timedelta(hours=1)
# A model instance; its own type stays with the callables.
Row = TypeVar("Row", bound=Any)


def claim(row: Row) -> bool:
    """Takes the lease; False when another run has it. A killed run's lease ends by itself."""
    until = timezone.now() + LEASE
    taken = type(row).objects.filter(pk=row.pk, due_at=row.due_at).update(due_at=until)
    row.due_at = until
    return bool(taken)


def put_off(row: Row) -> None:
    """Tries again later, each time twice as late, at most an hour."""
    # Beyond the longest wait the power would only grow until it overflows.
    wait = min(timedelta(minutes=2 ** min(row.attempts, 10)), LONGEST_WAIT)
    type(row).objects.filter(pk=row.pk).update(
        due_at=timezone.now() + wait, attempts=row.attempts + 1
    )


def send_each(due: Callable[[], Sequence[Row]], deliver: Callable[[Row], int]) -> int:
    """Delivers what is due, batch by batch; returns how many mails went out.

    `deliver` raises OSError or SMTPException for what can't be sent now. A server that is away
    ends the run.
    """
    sent = 0
    while batch := due():
        for row in batch:
            if not claim(row):
                continue
            try:
                sent += deliver(row)
            except (OSError, smtplib.SMTPException) as error:
                logger.warning("%s %s could not be sent", type(row).__name__, row.pk, exc_info=True)
                put_off(row)
                if not is_about_one_mail(error):
                    return sent
    return sent


def is_final(error: smtplib.SMTPRecipientsRefused) -> bool:
    """Whether the server refused the address for good, not only for now."""
    return all(code >= 500 for code, _ in error.recipients.values())


def is_about_one_mail(error: Exception) -> bool:
    """Whether the server answers, and took exception to this one mail."""
    return isinstance(error, smtplib.SMTPRecipientsRefused | smtplib.SMTPDataError)
