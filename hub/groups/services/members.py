from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from hub.access.enums import Role
from hub.access.models import Membership
from hub.access.services import end_membership, grant_membership
from hub.groups.enums import Joining
from hub.groups.models import WorkingGroup
from hub.groups.refusals import Refused
from hub.groups.services.places import (
    give_place,
    keep_owner,
    locked,
    place_of,
    withdraw_invitations_by,
)
from hub.notices.enums import Category
from hub.notices.services import notify
from hub.users.models import User


@transaction.atomic
def join_group(*, group: WorkingGroup, person: User) -> Membership:
    """Lets somebody into an open group. Raises Refused for any other, and where they may not."""
    held = locked(group)
    if held.joining != Joining.OPEN:
        raise Refused(_("An owner decides who joins this group."))
    return give_place(group=held, person=person, by=person)


@transaction.atomic
def leave_group(*, group: WorkingGroup, person: User) -> None:
    """Ends a person's own place. Raises Refused for the last owner."""
    held = locked(group)
    place = place_of(held, person.pk)
    if place is None:
        return
    keep_owner(held, place)
    end_membership(membership=place, by=person)
    withdraw_invitations_by(held, person.pk)


@transaction.atomic
def remove_member(*, group: WorkingGroup, place: Membership, by: User, reason: str) -> None:
    """Ends somebody's place and tells them. Raises Refused for the last owner."""
    held = locked(group)
    current = still_current(held, place)
    keep_owner(held, current)
    end_membership(membership=current, by=by, reason=reason)
    withdraw_invitations_by(held, current.person_id)
    notify(
        people=[current.person_id],
        category=Category.REPLY,
        text=_("You're no longer in %(group)s") % {"group": held.told_name},
        detail=reason,
        url=reverse("groups:index"),
    )


@transaction.atomic
def make_owner(*, group: WorkingGroup, place: Membership, by: User) -> Membership:
    held = locked(group)
    current = still_current(held, place)
    if current.role == Role.OWNER:
        return current
    owner = change_role(current, Role.OWNER, by)
    if current.person_id != by.pk:
        notify(
            people=[current.person_id],
            category=Category.REPLY,
            text=_("You're now an owner of %(group)s") % {"group": held.told_name},
            url=held.get_absolute_url(),
        )
    return owner


@transaction.atomic
def step_down(*, group: WorkingGroup, place: Membership, by: User) -> Membership:
    """An owner becomes a member. Raises Refused for the last one."""
    held = locked(group)
    current = still_current(held, place)
    if current.role != Role.OWNER:
        return current
    keep_owner(held, current)
    return change_role(current, Role.MEMBER, by)


def change_role(place: Membership, role: Role, by: User) -> Membership:
    """Another row from today, with the same end: the old one says what held until yesterday."""
    ends_on = place.ends_on
    end_membership(membership=place, by=by)
    return grant_membership(
        person=place.person, role=role, group=place.group, ends_on=ends_on, by=by
    )


def still_current(group: WorkingGroup, place: Membership) -> Membership:
    """The place as it is now. Raises Refused where it ended meanwhile."""
    current = group.places.select_related("person").filter(pk=place.pk).first()
    if current is None:
        raise Refused(_("That person isn't in the group any more."))
    return current
