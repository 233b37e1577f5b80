"""What pages say of a request, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hub.support.enums import Status
from hub.support.models import Message, SupportRequest
from hub.support.team import first_name

# The drawing beside each status, by the names of components/status.html.
DRAWN = {
    Status.NEW: "todo",
    Status.TAKEN: "doing",
    Status.ASKED_BACK: "todo",
    Status.ANSWERED: "done",
    Status.CLOSED: "done",
}


@dataclass(frozen=True, slots=True)
class Said:
    """The request itself or a message: who said it, as this reader may know them, and when."""

    name: str
    label: str
    body: str
    at: datetime


def said_to_asker(request: SupportRequest, messages: Iterable[Message]) -> list[Said]:
    """The team by first name, and never their agency."""
    mine = Said(_("You"), "", request.body, request.created_at)
    team = _("Front-line team")
    return [mine] + [
        Said(_("You"), "", message.body, message.sent_at)
        if message.author_id == request.asker_id
        else Said(first_name(message.author), team, message.body, message.sent_at)
        for message in messages
    ]


def said_to_team(request: SupportRequest, messages: Iterable[Message]) -> list[Said]:
    asker = (request.asker.get_full_name(), request.asker.public_label)
    first = Said(*asker, request.body, request.created_at)
    return [first] + [
        Said(*asker, message.body, message.sent_at)
        if message.author_id == request.asker_id
        else Said(message.author.get_full_name(), "", message.body, message.sent_at)
        for message in messages
    ]


def status_for_asker(request: SupportRequest) -> str:
    if request.status == Status.ASKED_BACK:
        return _("Waiting for you")
    if request.status == Status.TAKEN:
        name = first_name(request.assignee)
        return _("Being looked at by %(name)s") % {"name": name}
    return str(request.get_status_display())


def waiting_text(request: SupportRequest) -> str:
    """How long it has waited for the team, in working days; empty where it doesn't."""
    days = request.days_waiting
    if days is None:
        return ""
    if not days:
        return _("Waiting since today")
    text = ngettext("Waiting for %(n)d working day", "Waiting for %(n)d working days", days)
    return text % {"n": days}


@dataclass(frozen=True, slots=True)
class Row:
    """A request in a list."""

    request: SupportRequest
    url: str
    status: str
    drawn: str
    waiting: str


def rows_for_asker(requests: Iterable[SupportRequest]) -> list[Row]:
    return [
        Row(one, one.get_absolute_url(), status_for_asker(one), DRAWN[Status(one.status)], "")
        for one in requests
    ]


def rows_for_team(requests: Iterable[SupportRequest]) -> list[Row]:
    return [
        Row(
            one,
            one.desk_url,
            str(one.get_status_display()),
            DRAWN[Status(one.status)],
            waiting_text(one),
        )
        for one in requests
    ]
