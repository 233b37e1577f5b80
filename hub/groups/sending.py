"""The sweep that mails invitations: to addresses, which may not have an account yet.

Safe to run twice, at once, and after a kill, as the sweep of notices is.
"""

import logging
import smtplib
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from hub.groups.models import Invitation
from hub.notices.email import absolute
from hub.notices.sweeping import is_final, send_each

logger = logging.getLogger(__name__)

BATCH = 100


@task()
def send_due_invitations() -> int:
    """Sends what is due; returns how many mails went out. A server that is away ends the run."""
    return send_each(lambda: list(Invitation.objects.mail_due(timezone.now())[:BATCH]), deliver)


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
    Invitation.objects.filter(pk=invitation.pk).update(due_at=None)
    return sent


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
