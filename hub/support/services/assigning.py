from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hub.access.services import record_audit
from hub.support.enums import Status
from hub.support.models import Note, SupportRequest
from hub.support.services.standing import locked
from hub.support.services.telling import tell_colleagues
from hub.users.models import User


@transaction.atomic
def assign(
    *, request: SupportRequest, to: User, by: User, note: str = "", at: datetime | None = None
) -> SupportRequest:
    """Gives a request to somebody on the team, with a note for them. Recorded.

    Whoever gets it from a colleague is told. To whoever has it already, nothing changes.
    """
    stored = locked(request)
    if stored.assignee_id == to.pk:
        return stored
    stored.assignee = to
    if stored.status == Status.NEW:
        stored.status = Status.TAKEN
    stored.save()
    if note:
        moment = at or timezone.now()
        Note.objects.create(request=stored, author=by, handed_to=to, body=note, written_at=moment)
    record_audit(
        action="support.assigned",
        subject=f"support request {stored.pk} to person {to.pk}",
        person_id=by.pk,
    )
    if to.pk != by.pk:
        tell_colleagues(stored, [to], _("Request %(n)d at the support desk is yours now"), at)
    return stored


@transaction.atomic
def add_note(
    *, request: SupportRequest, author: User, body: str, at: datetime | None = None
) -> Note:
    """An internal note. It changes no status and nobody is told; a form sent twice makes one."""
    stored = locked(request)
    last = stored.notes.order_by("-pk").first()
    if last and (last.author_id, last.body) == (author.pk, body):
        return last
    return Note.objects.create(
        request=stored, author=author, body=body, written_at=at or timezone.now()
    )


def release(person: AbstractBaseUser) -> None:
    """Nobody looks after what they did; what wasn't answered yet counts as new again."""
    theirs = SupportRequest.objects.filter(assignee_id=person.pk)
    theirs.filter(status=Status.TAKEN).update(status=Status.NEW)
    theirs.update(assignee=None)
