"""Who may do what in the forum. Reading is decided by the rule of the space."""

from hub.access.enums import Role
from hub.access.readers import Reader


def is_moderator(reader: Reader) -> bool:
    """A moderator of the whole hub. One of an area has no power over spaces that aren't its."""
    return reader.has_role(Role.MODERATOR)


def protects_life(reader: Reader) -> bool:
    """The safeguarding lead of the hub, who is one of its moderators."""
    return is_moderator(reader) and reader.has_role(Role.SAFEGUARDING)
