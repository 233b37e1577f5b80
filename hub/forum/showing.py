"""What the page of a thread shows of each post. One query where some are anonymous."""

from collections.abc import Iterable
from dataclasses import dataclass

from hub.access.readers import Reader
from hub.forum.authorship import may_choose_answer, own_among
from hub.forum.models import Post, Thread
from hub.forum.permissions import is_moderator


@dataclass(frozen=True, slots=True)
class ShownPost:
    """A post and what its reader may do with it."""

    post: Post
    is_own: bool
    is_accepted: bool
    may_accept: bool
    may_edit: bool
    may_hide: bool


def shown_posts(thread: Thread, posts: Iterable[Post], reader: Reader) -> list[ShownPost]:
    rows = list(posts)
    moderates, chooses = is_moderator(reader), may_choose_answer(reader, thread)
    own = own_among(rows, reader.user_id)
    return [
        ShownPost(
            post=post,
            is_own=post.pk in own,
            is_accepted=post.pk == thread.accepted_id,
            may_accept=chooses and not post.is_question and not post.is_hidden,
            may_edit=post.pk in own and not post.is_hidden,
            may_hide=moderates,
        )
        for post in rows
    ]
