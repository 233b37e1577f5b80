"""A space as a table. It names nobody: what it says of a writer is whether they began it."""

from collections.abc import Iterator

from django.db.models import Prefetch
from django.utils import timezone

from hub.core.spreadsheets import csv_text
from hub.core.text_files import CONTROLS, LINE_END
from hub.forum.exchange.besides import OF_EVENTS, OF_POLLS, cells_of
from hub.forum.exchange.drafts import COLUMNS
from hub.forum.models import Post, Space, Thread

NOTHING = ("",) * (len(OF_POLLS) + len(OF_EVENTS))


def table_of(space: Space) -> str:
    """Its threads with their replies, oldest first, without hidden ones. Three queries, or four."""
    posts = Prefetch("posts", Post.objects.visible().order_by("number"))
    threads = Thread.objects.visible().filter(space=space, merged_into=None)
    found = threads.select_related("poll", "event").order_by("created_at", "pk")
    found = found.prefetch_related("themes", posts, "poll__options")
    return csv_text(COLUMNS, rows_of(found))


def rows_of(threads: Iterator[Thread]) -> Iterator[tuple[str, ...]]:
    for count, thread in enumerate(threads, start=1):
        for post in thread.posts.all():
            themes = "; ".join(theme.slug for theme in thread.themes.all())
            yield (
                str(count),
                thread.kind if post.is_question else "",
                plain(thread.title) if post.is_question else "",
                themes if post.is_question else "",
                # The day alone: the hour may tell who wrote what is anonymous.
                timezone.localdate(post.created_at).isoformat(),
                "yes" if post.by_asker and not post.is_question else "",
                "yes" if post.pk == thread.accepted_id else "",
                *(map(plain, cells_of(thread)) if post.is_question else NOTHING),
                plain(post.body),
            )


def plain(text: str) -> str:
    return CONTROLS.sub("", LINE_END.sub("\n", text))
