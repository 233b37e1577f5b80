"""Who shares practice, and who reviews what is shared."""

from hub.access.enums import Role
from hub.access.readers import Reader

SHARERS = frozenset({Role.LEAD, Role.PRACTITIONER})
REVIEWERS = (Role.REVIEWER, Role.ADMINISTRATOR)


def may_share_practice(reader: Reader) -> bool:
    """Leads and verified practitioners, wherever they are that."""
    return any(held.role in SHARERS for held in reader.roles)


def may_review_practice(reader: Reader) -> bool:
    """In the whole hub; a role in an area alone gives no power here."""
    return reader.has_role(*REVIEWERS)
