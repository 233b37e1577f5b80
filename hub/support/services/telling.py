"""Who is told what. The words go into mail, so that they hold nothing of a request."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _

from hub.notices.enums import Category
from hub.notices.services import notify
from hub.support.models import SupportRequest
from hub.support.team import colleagues_for
from hub.users.models import User

SERIES = "support_request"


def tell_asker(request: SupportRequest, text: str, at: datetime | None = None) -> None:
    notify(
        people=[request.asker_id],
        category=Category.REPLY,
        text=text % {"n": request.pk},
        url=request.get_absolute_url(),
        kind=SERIES,
        object_id=request.pk,
        at=at,
        email=at is None,
    )


def tell_team(request: SupportRequest, text: str, at: datetime | None = None) -> None:
    """Whoever looks after it, while they are on the team; else everybody there."""
    people = colleagues_for(request)
    theirs = people.filter(pk=request.assignee_id) if request.assignee_id else people.none()
    tell_colleagues(request, theirs if theirs.exists() else people, text, at)


def tell_colleagues(
    request: SupportRequest, people: Iterable[User], text: str, at: datetime | None = None
) -> None:
    notify(
        people=[person.pk for person in people],
        category=Category.TASK,
        text=text % {"n": request.pk},
        url=request.desk_url,
        kind=SERIES,
        object_id=request.pk,
        at=at,
        email=at is None,
    )


def tell_of_new(request: SupportRequest, at: datetime | None = None) -> None:
    tell_team(request, _("A new request waits at the support desk: number %(n)d"), at)
