"""Places in a group: given, kept within the rules of the group, and taken."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.access.enums import Role
from hub.access.models import Membership
from hub.access.services import end_membership, grant_membership
from hub.groups.enums import Decision
from hub.groups.models import WorkingGroup
from hub.groups.refusals import Refused
from hub.groups.verification import verified_until
from hub.users.models import User

CLOSED = _("This group has been closed.")
PRACTITIONERS_ONLY = _("This group is for verified practitioners.")
LAST_OWNER = _("A group needs an owner. Make somebody else an owner first.")


def locked(group: WorkingGroup) -> WorkingGroup:
    """The group as it is now, held until the caller's transaction ends.

    Whatever changes who is in a group holds it, so that two at once can't leave it without an
    owner or decide one request twice. Raises Refused once it is closed.
    """
    held = WorkingGroup.objects.select_for_update().get(pk=group.pk)
    if held.closed_at:
        raise Refused(CLOSED)
    return held


def place_of(group: WorkingGroup, person_id: int | None) -> Membership | None:
    """The person's place today. One query."""
    return group.places.filter(person_id=person_id).order_by("-role").first()


def last_day(group: WorkingGroup, person_id: int) -> date:
    """Until when a place confirmed today lasts: at most as long as a verification that it needs.

    Raises Refused where the group is for verified practitioners and the person isn't one.
    """
    until = group.confirmed_until()
    if not group.practitioners_only:
        return until
    verified = verified_until(person_id)
    if verified is None:
        raise Refused(PRACTITIONERS_ONLY)
    return min(until, verified)


def give_place(
    *, group: WorkingGroup, person: User, by: User, role: Role = Role.MEMBER
) -> Membership:
    """Lets somebody in, or returns the place they have. A request that waits is answered by it."""
    place = place_of(group, person.pk)
    if place is None:
        place = grant_membership(
            person=person,
            role=role,
            group=group.group,
            ends_on=last_day(group, person.pk),
            by=by,
        )
    group.requests.waiting().of(person.pk).update(
        decision=Decision.APPROVED, decided_at=timezone.now(), decided_by=by
    )
    return place


def keep_owner(group: WorkingGroup, place: Membership) -> None:
    """Raises Refused where the group would be left without an owner."""
    if place.role == Role.OWNER and set(group.owner_ids) <= {place.person_id}:
        raise Refused(LAST_OWNER)


def keep_to_verification(group: WorkingGroup, person_id: int) -> None:
    """Ends or shortens a place in a group for practitioners to how long the person is one."""
    verified = verified_until(person_id)
    for place in group.places.filter(person_id=person_id):
        if verified is None:
            end_membership(membership=place, by=None, reason="not a verified practitioner")
            withdraw_invitations_by(group, person_id)
        elif place.ends_on is None or place.ends_on > verified:
            place.ends_on = verified
            place.save(update_fields=["ends_on"])


def withdraw_invitations_by(group: WorkingGroup, person_id: int) -> None:
    """Whoever is no longer in a group has nobody come in by an invitation of theirs."""
    sent = group.invitations.standing().filter(invited_by_id=person_id)
    sent.update(withdrawn_at=timezone.now())
