"""How the views come by what a person names. Forbidden equals missing."""

from allauth.account.models import EmailAddress

from hub.access.models import Membership
from hub.access.readers import Reader
from hub.core.missing import found, require
from hub.groups.models import Invitation, JoinRequest, WorkingGroup
from hub.groups.permissions import is_in, may_manage


def access_group(slug: str, reader: Reader) -> WorkingGroup:
    """A group whose name this reader may know. Raises Http404."""
    groups = WorkingGroup.objects.visible_to(reader).select_related("group")
    return found(groups.filter(slug=slug).first())


def access_own_group(slug: str, reader: Reader) -> WorkingGroup:
    """A group that this reader is in. Raises Http404."""
    group = access_group(slug, reader)
    require(is_in(reader, group) and group.closed_at is None)
    return group


def access_managed_group(slug: str, reader: Reader) -> WorkingGroup:
    """A group whose people this reader looks after. Raises Http404."""
    group = access_group(slug, reader)
    require(may_manage(reader, group))
    return group


def access_place(group: WorkingGroup, membership_id: int) -> Membership:
    """Somebody's place in this group. Raises Http404 for one in another."""
    return found(group.places.select_related("person").filter(pk=membership_id).first())


def access_request(group: WorkingGroup, request_id: int) -> JoinRequest:
    """A request to join this group. Raises Http404 for one to another."""
    return found(group.requests.select_related("person").filter(pk=request_id).first())


def access_invitation(group: WorkingGroup, invitation_id: int) -> Invitation:
    """A standing invitation to this group. Raises Http404 for one to another."""
    return found(group.invitations.standing().filter(pk=invitation_id).first())


def access_offer(code: str, reader: Reader) -> Invitation:
    """An invitation to an address that this reader has confirmed. Raises Http404."""
    sent = Invitation.objects.to(confirmed_addresses(reader)).exclude(withdrawn_at__isnull=False)
    running = sent.filter(working_group__closed_at=None)
    return found(running.select_related("working_group__group").filter(code=code).first())


def confirmed_addresses(reader: Reader) -> list[str]:
    """One query."""
    rows = EmailAddress.objects.filter(user_id=reader.user_id, verified=True)
    return list(rows.values_list("email", flat=True))
