"""What the support desk keeps of people. No copy holds an internal note."""

from collections.abc import Iterator
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.utils.translation import gettext_lazy as _

from hub.access.enums import Basis, Ending
from hub.access.personal_data import Held, PersonalRecord, Row, declare, delete_batch
from hub.support.models import Message, Note, SupportRequest
from hub.support.services.assigning import release

SAID = ("request", "sent_at", "body")
ASKED = (
    "pk",
    "kind",
    "title",
    "body",
    "area__name",
    "may_publish",
    "status",
    "created_at",
    "helped",
    "helped_reason",
)
OF_ASKER = (
    Held(SupportRequest, ("asker",), ASKED),
    Held(Message, ("request__asker",), SAID),
)


def purge_requests(before: datetime) -> int:
    """What waits for the team stays, however old it is."""
    return delete_batch(SupportRequest.objects.filter(waiting_since=None, last_at__lt=before))


def take_asked(person: AbstractBaseUser) -> Iterator[Row]:
    """What they asked, and both sides of what followed: the answers were written to them."""
    for held in OF_ASKER:
        yield from held.rows(person).values(*held.shows).iterator()


def take_answers(person: AbstractBaseUser) -> Iterator[Row]:
    """What they wrote to others; their own requests are in the record before."""
    written = Message.objects.filter(author_id=person.pk).exclude(request__asker_id=person.pk)
    yield from written.order_by("pk").values(*SAID).iterator()


def erase_asked(person: AbstractBaseUser) -> None:
    SupportRequest.objects.filter(asker_id=person.pk).delete()


declare(
    PersonalRecord(
        name="support_requests",
        label=_("What you asked the support desk"),
        why=_("So that the front-line team can help you, and ask back."),
        basis=Basis.PUBLIC_TASK,
        holds=OF_ASKER,
        take=take_asked,
        ending=Ending.DELETED,
        erase=erase_asked,
        kept="support_requests",
        purge=purge_requests,
    )
)
declare(
    PersonalRecord(
        name="support_answers",
        label=_("What you answered at the support desk"),
        why=_("So that whoever asked can read it again."),
        basis=Basis.PUBLIC_TASK,
        holds=(Held(Message, ("author",), SAID),),
        take=take_answers,
        ending=Ending.STAYS,
        because=_("Whoever asked relies on it. It goes with their request."),
    )
)
declare(
    PersonalRecord(
        name="support_notes",
        label=_("Notes and hand-overs inside the front-line team"),
        why=_("So that a colleague can go on where another stopped."),
        basis=Basis.PUBLIC_TASK,
        holds=(Held(Note, ("author", "handed_to")),),
        ending=Ending.STAYS,
        because=_("It is about somebody else's request, and goes with that request."),
    )
)
declare(
    PersonalRecord(
        name="support_work",
        label=_("Requests to the support desk that you look after"),
        why=_("So that each request has somebody who sees to it."),
        basis=Basis.PUBLIC_TASK,
        holds=(Held(SupportRequest, ("assignee",), ("pk", "status")),),
        ending=Ending.RELEASED,
        erase=release,
    )
)
