"""The mail of notices: plain text, titles and links, never what anybody wrote."""

from dataclasses import replace
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hub.notices.enums import ALWAYS_AT_ONCE, Category
from hub.notices.models import Mail, Notice, Subscription
from hub.notices.telling import Line, Telling, telling_of
from hub.notices.unsubscribing import Stop, unsubscribe_path


def absolute(path: str) -> str:
    """The address of a path for readers outside the hub."""
    return urljoin(settings.WAGTAILADMIN_BASE_URL, path)


def message_for(
    mail: Mail, told: list[Notice], connection: BaseEmailBackend | None = None
) -> EmailMessage:
    """The id is the same at each try, so that a mail program can drop a repeat."""
    host = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or "localhost"
    headers = {"Message-ID": f"<notices-{mail.pk}@{host}>", "Auto-Submitted": "auto-generated"}
    stop = stop_of(mail, told)
    link = absolute(unsubscribe_path(stop)) if stop else ""
    if stop:
        headers |= {
            "List-Unsubscribe": f"<{link}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }
    telling = telling_of(told)
    context = {
        "telling": telling,
        "sections": [(s.heading, list(map(absolute_line, s.lines))) for s in telling.sections],
        "stop": link,
        "stops": stop,
        "notices": absolute(reverse("notices:list")),
        "choices": absolute(reverse("notices:choices")),
        "is_round_up": mail.is_round_up,
    }
    return EmailMessage(
        subject=round_up_subject(telling) if mail.is_round_up else subject_of(telling),
        body=body_of(context),
        to=[mail.person.email],
        headers=headers,
        connection=connection,
    )


def stop_of(mail: Mail, told: list[Notice]) -> Stop | None:
    """What its one click stops, or None for what nobody can switch off. One query at most."""
    first = told[0]
    if first.category in ALWAYS_AT_ONCE:
        return None
    if mail.is_round_up:
        return Stop(mail.person_id)
    if first.followed_kind and first.followed_id is not None:
        return Stop(mail.person_id, first.followed_kind, first.followed_id)
    # A survey is asked of who follows its course or doesn't: its mail stops itself alone.
    if first.category != Category.SURVEY and first.kind and first.object_id is not None:
        followed = Subscription.objects.of(first.kind, first.object_id)
        if followed.filter(person_id=mail.person_id).exists():
            return Stop(mail.person_id, first.kind, first.object_id)
    return Stop(mail.person_id, category=first.category)


def subject_of(telling: Telling) -> str:
    if not telling.lines:
        return _("Something new waits for you in the hub")
    line = telling.lines[0]
    if not line.more:
        return line.text
    return _("%(text)s, and %(n)d more") % {"text": line.text, "n": line.more}


def round_up_subject(telling: Telling) -> str:
    n = len(telling.lines) + telling.hidden + telling.left
    text = ngettext("Your round-up: %(n)d new thing", "Your round-up: %(n)d new things", n)
    return text % {"n": n}


def absolute_line(line: Line) -> Line:
    return replace(line, url=absolute(line.url))


def body_of(context: dict[str, Any]) -> str:
    name = "email/round_up.txt" if context["is_round_up"] else "email/notice.txt"
    return render_to_string(name, context)
