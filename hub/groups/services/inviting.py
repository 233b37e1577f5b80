from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.access.models import Membership
from hub.access.readers import reader_for
from hub.access.services import record_audit
from hub.groups.models import Invitation, WorkingGroup
from hub.groups.permissions import may_manage
from hub.groups.refusals import Refused
from hub.groups.sending import send_due_invitations
from hub.groups.services.places import give_place, locked
from hub.notices.tasks import enqueue
from hub.users.models import User

UNUSABLE = _("This invitation can't be used any more. Ask an owner for a new one.")


@transaction.atomic
def invite(*, group: WorkingGroup, email: str, by: User) -> Invitation:
    """Invites an address by mail; one with a usable invitation gets no second.

    Says nothing of whether the address is known here or its person in the group already.
    """
    held = locked(group)
    address = email.strip().lower()
    found = held.invitations.usable().to([address]).first()
    if found:
        return found
    held.invitations.standing().to([address]).update(withdrawn_at=timezone.now())
    invitation = held.invitations.create(email=address, invited_by=by)
    record_audit(action="group.invited", subject=f"invitation {invitation.pk}", person_id=by.pk)
    enqueue(send_due_invitations)
    return invitation


@transaction.atomic
def withdraw_invitation(*, invitation: Invitation, by: User) -> None:
    """Takes back an invitation that nobody has accepted yet."""
    standing = Invitation.objects.standing().filter(pk=invitation.pk)
    if standing.update(withdrawn_at=timezone.now()):
        record_audit(
            action="group.invitation_withdrawn",
            subject=f"invitation {invitation.pk}",
            person_id=by.pk,
        )


@transaction.atomic
def accept_invitation(*, invitation: Invitation, person: User) -> Membership:
    """Uses an invitation up. That the address is the person's is the caller's to know.

    Raises Refused where it was used, taken back or has run out, whoever sent it looks after the
    group no longer, or the person can't be let in.
    """
    held = locked(invitation.working_group)
    sender = invitation.invited_by
    if sender is None or not may_manage(reader_for(sender), held):
        raise Refused(UNUSABLE)
    used = held.invitations.usable().filter(pk=invitation.pk)
    now = timezone.now()
    if not used.update(accepted_at=now, accepted_by=person, due_at=None):
        raise Refused(UNUSABLE)
    return give_place(group=held, person=person, by=sender)
