import secrets

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from hub.access.enums import Role
from hub.access.groups import free_name
from hub.access.services import end_membership, record_audit
from hub.access.tokens import group_token
from hub.groups.enums import Decision, Joining
from hub.groups.models import WorkingGroup
from hub.groups.services.places import (
    give_place,
    keep_to_verification,
    last_day,
    locked,
)
from hub.notices.enums import Category
from hub.notices.services import notify
from hub.users.models import User

# First parts of addresses that are no group's.
RESERVED = frozenset({"start", "invitations"})


@transaction.atomic
def start_group(
    *,
    by: User,
    name: str,
    purpose: str,
    joining: Joining,
    practitioners_only: bool = False,
    is_private: bool = False,
    is_sensitive: bool = False,
) -> WorkingGroup:
    """Makes a group with its first owner.

    Raises Refused where the group is for verified practitioners and the starter isn't one.
    """
    identity = Group.objects.create(name=secrets.token_hex(16))
    group = WorkingGroup(group=identity, created_by=by)
    fill(group, name, purpose, joining, practitioners_only, is_private, is_sensitive)
    give_place(group=group, person=by, by=by, role=Role.OWNER)
    record_audit(action="group.started", subject=group.subject, person_id=by.pk)
    return group


@transaction.atomic
def change_group(
    *,
    group: WorkingGroup,
    by: User,
    name: str,
    purpose: str,
    joining: Joining,
    practitioners_only: bool = False,
    is_private: bool = False,
    is_sensitive: bool = False,
) -> WorkingGroup:
    """Changes what a group is. Where the rules become narrower, they count for those in it at once.

    Raises Refused where the one who changes it is in it and couldn't stay.
    """
    held = locked(group)
    fill(held, name, purpose, joining, practitioners_only, is_private, is_sensitive)
    if held.practitioners_only and by.pk in held.owner_ids:
        last_day(held, by.pk)
    shorten_places(held)
    record_audit(action="group.changed", subject=held.subject, person_id=by.pk)
    return held


def fill(
    group: WorkingGroup,
    name: str,
    purpose: str,
    joining: Joining,
    practitioners_only: bool,
    is_private: bool,
    is_sensitive: bool,
) -> None:
    """Sets everything, keeps the rules that hold between the choices, and saves."""
    keeps_address = group.pk and group.is_private == is_private
    group.name, group.purpose = name, purpose
    group.is_private, group.is_sensitive = is_private, is_sensitive
    group.joining = Joining.INVITATION if is_private else joining
    group.practitioners_only = practitioners_only or is_sensitive
    group.slug = group.slug if keeps_address else new_slug(name, is_private)
    group.save()
    group.group.name = name_of_identity(group)
    group.group.save(update_fields=["name"])


def name_of_identity(group: WorkingGroup) -> str:
    """The name in the CMS. A private group's never stands in the way of another's."""
    token = group_token(group.group_id)
    if group.is_private:
        return f"{group.name} ({token})"
    return free_name(group.name, token, group.group_id)


def new_slug(name: str, is_private: bool) -> str:
    """A private group's address is drawn by lot: it neither says nor takes its name."""
    start = slugify(name)[:60]
    if is_private or not start:
        return secrets.token_hex(8)
    taken = WorkingGroup.objects.filter(slug=start).exists() or start in RESERVED
    return f"{start}-{secrets.token_hex(3)}" if taken else start


def shorten_places(group: WorkingGroup) -> None:
    """Brings all places within what the group now asks for. One write for each that changes."""
    latest = group.confirmed_until()
    late = group.places.exclude(ends_on__lte=latest)
    for place in late:
        place.ends_on = latest
        place.save(update_fields=["ends_on"])
    if group.practitioners_only:
        for person_id in set(group.places.values_list("person_id", flat=True)):
            keep_to_verification(group, person_id)


@transaction.atomic
def close_group(*, group: WorkingGroup, by: User, reason: str) -> WorkingGroup:
    """Ends every place, request and invitation. What only the group could read stays closed."""
    held = locked(group)
    places = list(held.places.select_related("person"))
    for place in places:
        end_membership(membership=place, by=by, reason=reason)
    now = timezone.now()
    held.requests.waiting().update(
        decision=Decision.REFUSED, answer=_("The group was closed."), decided_at=now, decided_by=by
    )
    held.invitations.standing().update(withdrawn_at=now)
    held.closed_at = now
    held.save(update_fields=["closed_at"])
    record_audit(action="group.closed", subject=held.subject, person_id=by.pk, reason=reason)
    notify(
        people={place.person_id for place in places} - {by.pk},
        category=Category.FOLLOWED,
        text=_("A group that you were in was closed: %(group)s") % {"group": held.told_name},
        detail=reason,
        url="/groups/",
    )
    return held
