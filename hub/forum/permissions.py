"""Who may do what in the forum. Reading is decided by the rule of the space."""

from typing import TYPE_CHECKING

from hub.access.enums import Role
from hub.access.readers import Reader

if TYPE_CHECKING:
    from hub.forum.models import Post, Thread


def is_moderator(reader: Reader) -> bool:
    """A moderator of the whole hub. One of an area has no power over spaces that aren't its."""
    return reader.has_role(Role.MODERATOR)


def may_choose_answer(reader: Reader, thread: "Thread") -> bool:
    """The asker, or a moderator who can read the space."""
    return reader.is_signed_in and (thread.author_id == reader.user_id or is_moderator(reader))


def may_edit(reader: Reader, post: "Post") -> bool:
    """Only who wrote it, and not once it is hidden: moderators hide, they don't rewrite."""
    return reader.is_signed_in and post.author_id == reader.user_id and not post.is_hidden
