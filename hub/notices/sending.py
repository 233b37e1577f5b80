"""The sweep that mails notices. Safe to run twice, at once, and after a kill at any point.

Notices that are due are put into mails first, then each mail is claimed, sent and marked as done.
hub/decisions says what that promises and what it can't.
"""

import logging
import smtplib
from datetime import datetime

from django.core import mail as django_mail
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from hub.notices.email import message_for
from hub.notices.gathering import gather, waits_for_nothing
from hub.notices.models import Mail, Notice
from hub.notices.planning import choices_of
from hub.notices.readable import tellable
from hub.notices.sweeping import is_final, send_each

logger = logging.getLogger(__name__)

BATCH = 200


@task()
def send_due_notices() -> int:
    """Sends what is due; returns how many mails went out. A server that is away ends the run."""
    while gather(timezone.now()):
        continue
    connection = django_mail.get_connection()
    return send_each(lambda: due_batch(timezone.now()), lambda mail: deliver(mail, connection))


def due_batch(now: datetime) -> list[Mail]:
    return list(Mail.objects.due(now).select_related("person__notice_choices")[:BATCH])


def deliver(mail: Mail, connection: BaseEmailBackend) -> int:
    """Sends one mail, or none when its reader has read or may no longer see what it tells of.

    Raises OSError or SMTPException when it can't be sent now; an address that the server refuses
    for good is not tried again.
    """
    now = timezone.now()
    waiting = list(mail.notices.to_mail().unread())
    quiet = choices_of(mail.person).quiet
    if quiet and quiet.holds(now) and not any(map(waits_for_nothing, waiting)):
        Mail.objects.filter(pk=mail.pk).update(due_at=quiet.over(now))
        return 0
    told = tellable(mail.person, waiting)
    if told:
        try:
            message_for(mail, told, connection).send()
        except smtplib.SMTPRecipientsRefused as error:
            if not is_final(error):
                raise
            logger.warning("Address of person %s was refused", mail.person_id)
            told = []
    finish(mail, told)
    return int(bool(told))


@transaction.atomic
def finish(mail: Mail, told: list[Notice]) -> None:
    """Marks a mail as done, and the notices that it told of as mailed."""
    now = timezone.now()
    Mail.objects.filter(pk=mail.pk).update(due_at=None, sent_at=now if told else None)
    mail.notices.update(email_due_at=None)
    mail.notices.filter(pk__in=[notice.pk for notice in told]).update(emailed_at=now)
