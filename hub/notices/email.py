"""The email of a notice: plain text, a title and links, never what anybody wrote."""

from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.template.loader import render_to_string
from django.urls import reverse

from hub.notices.models import Notice
from hub.notices.unsubscribing import Stop, unsubscribe_path


def absolute(path: str) -> str:
    """The address of a path for readers outside the hub."""
    return urljoin(settings.WAGTAILADMIN_BASE_URL, path)


def message_for(notice: Notice, connection: BaseEmailBackend | None = None) -> EmailMessage:
    """The message is the same each time, its id too, so that a mail program can drop a repeat."""
    host = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or "localhost"
    headers = {"Message-ID": f"<notice-{notice.pk}@{host}>", "Auto-Submitted": "auto-generated"}
    stop = ""
    if notice.kind and notice.object_id is not None:
        stop = absolute(unsubscribe_path(Stop(notice.person_id, notice.kind, notice.object_id)))
        headers |= {
            "List-Unsubscribe": f"<{stop}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }
    context = {
        "notice": notice,
        "link": absolute(notice.url),
        "notices": absolute(reverse("notices:list")),
        "stop": stop,
    }
    return EmailMessage(
        subject=" ".join(notice.text.split()),
        body=render_to_string("email/notice.txt", context),
        to=[notice.person.email],
        headers=headers,
        connection=connection,
    )
