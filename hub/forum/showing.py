"""What the page of a thread shows of each post.

One query for all of them for votes, one for the pages they link to, one for their files, one for
anonymous ones.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from wagtail.models import Page

from hub.access.enums import Role
from hub.access.readers import Reader
from hub.access.registry import Card
from hub.forum.authorship import may_choose_answer, own_among
from hub.forum.models import Post, Thread, Vote
from hub.forum.models.moderators import moderates
from hub.forum.naming import Named, named_in
from hub.forum.permissions import is_moderator
from hub.pages.citations import page_names

WRITERS = (Role.AUTHOR, Role.REVIEWER, Role.FRONT_LINE)


@dataclass(frozen=True, slots=True)
class ShownPost:
    """A post and what its reader may do with it."""

    post: Post
    is_own: bool
    asks: bool
    is_accepted: bool
    may_accept: bool
    may_edit: bool
    may_hide: bool
    may_unmask: bool
    may_vote: bool
    has_voted: bool
    cited: tuple[Card, ...]
    named: tuple[Named, ...]


def shown_posts(thread: Thread, posts: Sequence[Post], reader: Reader) -> list[ShownPost]:
    prefetch_related_objects(list(posts), "attachments")
    voted, cards = voted_among(posts, reader), cards_of(posts, reader)
    hides, chooses = moderates(reader, thread.space), may_choose_answer(reader, thread)
    own, named = own_among(posts, reader.user_id), named_in(posts, reader)
    return [
        ShownPost(
            post=post,
            is_own=post.pk in own,
            asks=post.is_question and thread.is_question,
            is_accepted=post.pk == thread.accepted_id,
            may_accept=chooses and not post.is_question and not post.is_hidden,
            may_edit=post.pk in own and not post.is_hidden,
            may_hide=hides,
            may_unmask=post.is_anonymous and not post.is_imported and is_moderator(reader),
            may_vote=reader.is_signed_in and post.pk not in own and not post.is_hidden,
            has_voted=post.pk in voted,
            cited=tuple(cards[key] for key in post.cited if key in cards),
            named=tuple(named.get(post.pk, ())),
        )
        for post in posts
    ]


def may_grow(reader: Reader, thread: Thread) -> bool:
    """Whether this reader makes pages of it: who writes, answers or moderates for the hub."""
    if not thread.is_solved or thread.hidden_at:
        return False
    writes = any(map(reader.has_role, WRITERS)) or any(h.role is Role.LEAD for h in reader.roles)
    return writes or moderates(reader, thread.space)


def grown_cards(thread: Thread, reader: Reader) -> list[Card]:
    """The pages that this thread became, of those that this reader may see. One or two queries."""
    pages = Page.objects.filter(grown_from__thread=thread)
    return [card for _key, card in page_names(pages, reader)]


def voted_among(posts: Sequence[Post], reader: Reader) -> set[int]:
    """Which of these posts the reader voted for, by id."""
    if not reader.is_signed_in:
        return set()
    given = Vote.objects.filter(post__in=[post.pk for post in posts], person=reader.user_id)
    return set(given.values_list("post_id", flat=True))


def cards_of(posts: Sequence[Post], reader: Reader) -> Mapping[str, Card]:
    """The pages that posts link to, of those that this reader may see, by translation key."""
    keys = {key for post in posts for key in post.cited}
    if not keys:
        return {}
    named = page_names(Page.objects.filter(translation_key__in=keys), reader)
    return {str(key): card for key, card in named}
