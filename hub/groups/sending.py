"""The sweep that mails invitations: to addresses, which may not have an account yet.

Safe to run twice, at once, and after a kill, as the sweep of notices is.
"""

import logging
import smtplib
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from hub.groups.models import Invitation
from hub.notices.email import absolute
from hub.notices.sending import is_about_one_mail, is_final

logger = logging.getLogger(__name__)

LEASE = timedelta(minutes=5)
LONGEST_WAIT = timedelta(hours=1)
BATCH = 100


@task()
def send_due_invitations() -> int:
    """Sends what is due; returns how many mails went out. A server that is away ends the run."""
    sent = 0
    while batch := list(Invitation.objects.mail_due(timezone.now())[:BATCH]):
        for invitation in batch:
            if not claim(invitation):
                continue
            try:
                sent += deliver(invitation)
            except (OSError, smtplib.SMTPException) as error:
                logger.warning("Invitation %s could not be sent", invitation.pk, exc_info=True)
                put_off(invitation)
                if not is_about_one_mail(error):
                    return sent
    return sent


def deliver(invitation: Invitation) -> int:
    """Sends one mail; none to an address that the server refuses for good.

    Raises OSError or SMTPException when it can't be sent now.
    """
    sent = 1
    try:
        message_for(invitation).send()
    except smtplib.SMTPRecipientsRefused as error:
        if not is_final(error):
            raise
        logger.warning("Address of invitation %s was refused", invitation.pk)
        sent = 0
    Invitation.objects.filter(pk=invitation.pk).update(email_due_at=None)
    return sent


def claim(invitation: Invitation) -> bool:
    """Takes the lease; False when another run has it. A killed run's lease ends by itself."""
    until = timezone.now() + LEASE
    same = Invitation.objects.filter(pk=invitation.pk, email_due_at=invitation.email_due_at)
    return same.update(email_due_at=until) == 1


def put_off(invitation: Invitation) -> None:
    """Tries again later, each time twice as late, at most an hour."""
    wait = min(timedelta(minutes=2**invitation.email_attempts), LONGEST_WAIT)
    Invitation.objects.filter(pk=invitation.pk).update(
        email_due_at=timezone.now() + wait, email_attempts=invitation.email_attempts + 1
    )


def message_for(invitation: Invitation) -> EmailMessage:
    """Names no group and no person: the address may be mistyped, and mail is read elsewhere."""
    host = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or "localhost"
    context = {
        "link": absolute(invitation.get_absolute_url()),
        "until": timezone.localdate(invitation.expires_at),
        "email": invitation.email,
    }
    return EmailMessage(
        subject=_("An invitation to a working group"),
        body=render_to_string("email/group_invitation.txt", context),
        to=[invitation.email],
        headers={
            "Message-ID": f"<invitation-{invitation.pk}@{host}>",
            "Auto-Submitted": "auto-generated",
        },
    )
