"""What the feed of a space or a thread holds, and where a page's reader finds it.

Feed readers can't sign in. An open space has one feed for everybody; a closed one is read with a
person's key, as if they had signed in by password alone: nothing sensitive is in any feed.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, time

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone

from hub.access.readers import ANONYMOUS, Reader, reader_for
from hub.core.atom import FeedEntry
from hub.forum.models import Post, Space, Thread
from hub.forum.models.post import QUESTION
from hub.notices.feed_keys import person_with, token_of
from hub.notices.models import FeedKey

NEWEST = 30


def reader_with_key(token: str) -> Reader:
    """Whoever asks for a feed. Raises Http404 for a key that opens nothing."""
    if not token:
        return ANONYMOUS
    person = person_with(token)
    if person is None:
        raise Http404
    return reader_for(person, second_factor=False)


def entries_of_space(space: Space) -> list[FeedEntry]:
    """Its newest threads. One query."""
    questions = Post.objects.visible().filter(
        number=QUESTION, thread__space=space, thread__hidden_at=None
    )
    found = questions.select_related("thread", "author").order_by("-created_at", "-pk")[:NEWEST]
    return [entry_for(post, post.thread) for post in found]


def entries_of_thread(thread: Thread) -> list[FeedEntry]:
    """Its newest posts. One query."""
    posts = Post.objects.visible().filter(thread=thread, thread__hidden_at=None)
    found = posts.select_related("author").order_by("-number")[:NEWEST]
    return [entry_for(post, thread) for post in found]


def entry_for(post: Post, thread: Thread) -> FeedEntry:
    """The day alone, as on the page: the hour may tell who wrote what is anonymous."""
    day = timezone.localdate(post.edited_at or post.created_at)
    return FeedEntry(
        title=title_of(thread),
        path=post.get_absolute_url(),
        updated=datetime.combine(day, time(), UTC),
        html=post.html,
        author=post.signed.name,
    )


def title_of(thread: Thread) -> str:
    """With what kind of thread it is, where it asks nothing."""
    kind = "" if thread.is_question else f"{thread.get_kind_display()}: "
    return kind + thread.title


@dataclass(frozen=True, slots=True)
class FeedLink:
    """Where a page's feed is; without an address its reader needs a key first."""

    url: str = ""
    is_private: bool = False


def feed_link(request: HttpRequest, space: Space, thread: Thread | None = None) -> FeedLink | None:
    """None where there is no feed for this reader. No query for an open space, else up to three."""
    name, thing = ("thread", thread.pk) if thread else ("space", space.slug)
    if not space.is_private:
        return FeedLink(reverse(f"feeds:{name}", args=[thing]))
    if not request.user.is_authenticated:
        return None
    if not reader_for(request.user, second_factor=False).may_read(space.rule):
        return None
    key = FeedKey.objects.filter(person=request.user).first()
    url = reverse(f"feeds:private_{name}", args=[token_of(key), thing]) if key else ""
    return FeedLink(url, is_private=True)
