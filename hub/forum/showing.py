"""What the page of a thread shows of each post, worked out without a query."""

from collections.abc import Iterable
from dataclasses import dataclass

from hub.access.readers import Reader
from hub.forum.models import Post, Thread
from hub.forum.permissions import is_moderator, may_choose_answer, may_edit


@dataclass(frozen=True, slots=True)
class ShownPost:
    """A post and what its reader may do with it."""

    post: Post
    is_accepted: bool
    may_accept: bool
    may_edit: bool
    may_hide: bool


def shown_posts(thread: Thread, posts: Iterable[Post], reader: Reader) -> list[ShownPost]:
    moderates, chooses = is_moderator(reader), may_choose_answer(reader, thread)
    return [
        ShownPost(
            post=post,
            is_accepted=post.pk == thread.accepted_id,
            may_accept=chooses and not post.is_question and not post.is_hidden,
            may_edit=may_edit(reader, post),
            may_hide=moderates,
        )
        for post in posts
    ]
