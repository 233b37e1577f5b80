from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hub.support.enums import Help, Status
from hub.support.models import Message, SupportRequest
from hub.support.services.standing import back_to_team, locked, move
from hub.support.services.telling import tell_asker, tell_of_new, tell_team
from hub.taxonomy.models import Area
from hub.users.models import User


@transaction.atomic
def ask_desk(
    *,
    asker: User,
    kind: Help,
    title: str,
    body: str,
    area: Area | None = None,
    may_publish: bool = False,
    at: datetime | None = None,
) -> SupportRequest:
    """Asks the team in private, and tells them.

    The same words as in the asker's latest open request are that request: a form sent twice makes
    one. `at` dates it for demonstrations, and nobody gets mail.
    """
    User.objects.select_for_update().get(pk=asker.pk)
    latest = SupportRequest.objects.of(asker.pk).open().order_by("-pk").first()
    if latest and (latest.kind, latest.title, latest.body) == (kind, title, body):
        return latest
    moment = at or timezone.now()
    request = SupportRequest.objects.create(
        asker=asker,
        kind=kind,
        title=title,
        body=body,
        area=area,
        may_publish=may_publish,
        created_at=moment,
        last_at=moment,
        waiting_since=moment,
    )
    tell_of_new(request, at)
    return request


@transaction.atomic
def reply(
    *, request: SupportRequest, author: User, body: str, at: datetime | None = None
) -> Message:
    """The asker goes on; it waits for the team again, also where it was closed."""
    stored = locked(request)
    if said := said_last(stored, author, body):
        return said
    moment = at or timezone.now()
    message = Message.objects.create(request=stored, author=author, body=body, sent_at=moment)
    back_to_team(stored, moment)
    tell_team(stored, _("There's a reply to request %(n)d at the support desk"), at)
    return message


@transaction.atomic
def answer(
    *,
    request: SupportRequest,
    author: User,
    body: str,
    asks_back: bool = False,
    at: datetime | None = None,
) -> Message:
    """The team answers, or asks for more first. Whoever answers looks after it if nobody does."""
    stored = locked(request)
    if said := said_last(stored, author, body):
        return said
    moment = at or timezone.now()
    message = Message.objects.create(request=stored, author=author, body=body, sent_at=moment)
    stored.assignee_id = stored.assignee_id or author.pk
    move(stored, Status.ASKED_BACK if asks_back else Status.ANSWERED, moment)
    asked = _("The front-line team asks you something about your request %(n)d")
    answered = _("There's an answer to your request %(n)d to the front-line team")
    tell_asker(stored, asked if asks_back else answered, at)
    return message


def said_last(request: SupportRequest, author: User, body: str) -> Message | None:
    """The last message, where it's the same words of the same person: a form sent twice."""
    last = request.messages.order_by("-pk").first()
    return last if last and (last.author_id, last.body) == (author.pk, body) else None
