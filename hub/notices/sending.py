"""The sweep that sends the emails of notices. Safe to run twice, at once, and after a kill."""

import logging
import smtplib
from datetime import datetime, timedelta

from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone
from django_tasks import task

from hub.notices.email import message_for
from hub.notices.models import Notice
from hub.notices.readable import may_be_told

logger = logging.getLogger(__name__)

LEASE = timedelta(minutes=5)
LONGEST_WAIT = timedelta(hours=1)
BATCH = 200


@task()
def send_due_notices() -> int:
    """Sends what is due; returns how many went out. A mail server that is away ends the run."""
    sent = 0
    connection = mail.get_connection()
    while batch := list(due_batch(timezone.now())):
        for notice in batch:
            if not claim(notice):
                continue
            try:
                sent += deliver(notice, connection)
            except (OSError, smtplib.SMTPException):
                logger.warning("Notice %s could not be sent", notice.pk, exc_info=True)
                put_off(notice)
                return sent
    return sent


def due_batch(now: datetime) -> list[Notice]:
    return list(Notice.objects.due(now).select_related("person")[:BATCH])


def claim(notice: Notice) -> bool:
    """Takes the lease; False when another run has it. A killed run's lease ends by itself."""
    until = timezone.now() + LEASE
    taken = Notice.objects.filter(pk=notice.pk, email_due_at=notice.email_due_at).update(
        email_due_at=until
    )
    notice.email_due_at = until
    return taken == 1


def deliver(notice: Notice, connection: BaseEmailBackend) -> int:
    """Sends one email, or none when its reader may no longer see the thing.

    Raises OSError or SMTPException when the server is away; an address that it refuses is not
    tried again.
    """
    emailed_at = None
    if may_be_told(notice):
        try:
            message_for(notice, connection).send()
            emailed_at = timezone.now()
        except smtplib.SMTPRecipientsRefused:
            logger.warning("Address of person %s was refused", notice.person_id)
    Notice.objects.filter(pk=notice.pk).update(email_due_at=None, emailed_at=emailed_at)
    return int(emailed_at is not None)


def put_off(notice: Notice) -> None:
    """Tries again later, each time twice as late, at most an hour."""
    wait = min(timedelta(minutes=2**notice.email_attempts), LONGEST_WAIT)
    Notice.objects.filter(pk=notice.pk).update(
        email_due_at=timezone.now() + wait, email_attempts=notice.email_attempts + 1
    )
