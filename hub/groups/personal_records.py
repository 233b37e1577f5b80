"""What this app keeps of people: who asked, who was invited, and who decided."""

from collections.abc import Iterable
from datetime import datetime

from allauth.account.models import EmailAddress
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from hub.access.enums import Basis, Ending
from hub.access.personal_data import Held, PersonalRecord, Row, declare, delete_batch
from hub.groups.models import Invitation, JoinRequest, WorkingGroup
from hub.users.models import User


def purge_requests(before: datetime) -> int:
    return delete_batch(JoinRequest.objects.filter(decided_at__lt=before))


def purge_invitations(before: datetime) -> int:
    return delete_batch(Invitation.objects.filter(expires_at__lt=before))


def invitations_of(person: User) -> QuerySet[Invitation]:
    """Sent to an address of theirs, or accepted by them."""
    addresses = EmailAddress.objects.filter(user=person, verified=True).values("email")
    return Invitation.objects.filter(Q(email__in=addresses) | Q(accepted_by=person))


def take_invitations(person: User) -> Iterable[Row]:
    """Without the group's name, which somebody who didn't accept may not know."""
    rows = invitations_of(person).order_by("pk")
    return rows.values("email", "created_at", "expires_at", "accepted_at")


def erase_invitations(person: User) -> None:
    invitations_of(person).delete()


declare(
    PersonalRecord(
        name="join_requests",
        label=_("Requests to join a group"),
        why=_("So that an owner can decide, and you can see what was decided."),
        basis=Basis.PUBLIC_TASK,
        holds=(Held(JoinRequest, ("person",), ("reason", "created_at", "decision", "answer")),),
        ending=Ending.DELETED,
        kept="join_requests",
        purge=purge_requests,
    )
)
declare(
    PersonalRecord(
        name="join_decisions",
        label=_("Requests to join that you decided"),
        why=_("So that each use of this power can be explained."),
        basis=Basis.PUBLIC_TASK,
        holds=(Held(JoinRequest, ("decided_by",), ("pk", "decision", "decided_at")),),
        ending=Ending.RELEASED,
    )
)
declare(
    PersonalRecord(
        name="invitations",
        label=_("Invitations to a group"),
        why=_("To ask you in by your address, and to let nobody else in by your invitation."),
        basis=Basis.PUBLIC_TASK,
        holds=(Held(Invitation, ("accepted_by",)),),
        ending=Ending.DELETED,
        kept="invitations",
        purge=purge_invitations,
        take=take_invitations,
        erase=erase_invitations,
    )
)
declare(
    PersonalRecord(
        name="invitations_sent",
        label=_("Invitations that you sent"),
        why=_("So that it can be explained who was let in by whom."),
        basis=Basis.PUBLIC_TASK,
        holds=(Held(Invitation, ("invited_by",), ("created_at", "accepted_at", "withdrawn_at")),),
        ending=Ending.RELEASED,
    )
)
declare(
    PersonalRecord(
        name="groups_started",
        label=_("Groups that you started"),
        why=_("So that it can be explained how a group came about."),
        basis=Basis.PUBLIC_TASK,
        holds=(Held(WorkingGroup, ("created_by",), ("pk", "created_at")),),
        ending=Ending.RELEASED,
    )
)
