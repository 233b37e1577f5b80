"""Who may do what with groups. Which groups somebody may know of is decided by the querysets."""

from hub.access.enums import Role
from hub.access.readers import Reader
from hub.access.tokens import PRACTITIONER, SECOND_FACTOR
from hub.groups.models import WorkingGroup


def may_start(reader: Reader) -> bool:
    """Leads of anywhere, and administrators; both count with a second factor only."""
    leads = any(held.role is Role.LEAD and held.group_id is None for held in reader.roles)
    return leads or may_close(reader)


def may_close(reader: Reader) -> bool:
    """Administrators of the hub, who also step in where a group has no owner."""
    return reader.has_role(Role.ADMINISTRATOR)


def is_in(reader: Reader, group: WorkingGroup) -> bool:
    return group.group_id in reader.group_ids


def needs_second_factor(reader: Reader, group: WorkingGroup) -> bool:
    """Whether an owner must sign in with a second factor before they can manage the group."""
    missing = group.is_sensitive and SECOND_FACTOR not in reader.tokens
    return missing and reader.owns(group.group_id)


def may_manage(reader: Reader, group: WorkingGroup) -> bool:
    if group.closed_at:
        return False
    owns = reader.owns(group.group_id) and not needs_second_factor(reader, group)
    return owns or may_close(reader)


def is_verified(reader: Reader) -> bool:
    return PRACTITIONER in reader.tokens
