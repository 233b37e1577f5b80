"""Groups of the CMS stand for tokens, and are derived from memberships."""

from django.contrib.auth.models import AbstractBaseUser, Group

from hub.access.enums import STAFF_ROLES
from hub.access.models import GroupToken
from hub.access.readers import Reader, reader_for
from hub.access.tokens import (
    agency_token,
    area_token,
    group_token,
    lead_token,
    organisation_token,
    role_token,
)
from hub.taxonomy.models import AgencyType, Area, Organisation


def token_of_group(group: Group) -> str:
    """The token a group stands for; needs `access_token` selected to cost no query."""
    mapped = getattr(group, "access_token", None)
    return mapped.token if mapped else group_token(group.pk)


def group_for_token(token: str, name: str) -> Group:
    """The group of a token, made when it is missing and renamed when the name moved.

    Never takes over a group of the same name: its people would gain what the token opens.
    """
    mapped = GroupToken.objects.select_related("group").filter(token=token).first()
    if mapped is None:
        group = Group.objects.create(name=free_name(name, token))
        GroupToken.objects.create(group=group, token=token)
        return group
    wanted = free_name(name, token, mapped.group.pk)
    if mapped.group.name != wanted:
        mapped.group.name = wanted
        mapped.group.save(update_fields=["name"])
    return mapped.group


def free_name(name: str, token: str, own_id: int | None = None) -> str:
    """The name, or the name with the token behind it where another group has it."""
    short = name[:150]
    if not Group.objects.filter(name=short).exclude(pk=own_id).exists():
        return short
    return f"{name[: 150 - len(token) - 3]} ({token})"


def group_for_area(area: Area) -> Group:
    return group_for_token(area_token(area.pk), f"Everyone in {area.name}")


def group_for_leads(area: Area) -> Group:
    return group_for_token(lead_token(area.pk), f"Leads in {area.name}")


def group_for_agency(agency_type: AgencyType) -> Group:
    return group_for_token(agency_token(agency_type.pk), f"Everyone in {agency_type.name.lower()}")


def group_for_organisation(organisation: Organisation) -> Group:
    return group_for_token(organisation_token(organisation.pk), f"Everyone at {organisation.name}")


def group_for_role(role: str, label: str) -> Group:
    return group_for_token(role_token(role), label)


def tokens_for_groups(reader: Reader) -> frozenset[str]:
    """The tokens whose groups a reader belongs to.

    Groups of staff roles carry powers over the whole CMS, so a staff role held in one area or
    organisation only does not lead to its group.
    """
    powers = {role_token(role) for role in STAFF_ROLES}
    held = {role_token(role) for role in STAFF_ROLES if reader.has_role(role)}
    return reader.tokens - powers | held


def sync_groups(person: AbstractBaseUser, reader: Reader | None = None) -> None:
    """Gives a person just the groups that their memberships lead to, free groups included.

    Two queries and those of the reader, if none is given. Writes only where something changed, so
    that a read takes no write lock.
    """
    known = reader or reader_for(person)
    earned = GroupToken.objects.filter(token__in=tokens_for_groups(known))
    wanted = set(earned.values_list("group_id", flat=True)) | known.group_ids
    held = set(person.groups.values_list("pk", flat=True))
    if wanted - held:
        person.groups.add(*(wanted - held))
    if held - wanted:
        person.groups.remove(*(held - wanted))
