"""A space as a table. It names nobody: what it says of a writer is whether they asked."""

from collections.abc import Iterator

from django.db.models import Prefetch
from django.utils import timezone

from hub.core.spreadsheets import csv_text
from hub.core.text_files import CONTROLS, LINE_END
from hub.forum.enums import ThreadKind
from hub.forum.exchange.drafts import COLUMNS
from hub.forum.models import Post, Space, Thread


def table_of(space: Space) -> str:
    """Its questions with their answers, oldest first, without hidden ones. Three queries."""
    posts = Prefetch("posts", Post.objects.visible().order_by("number"))
    questions = Thread.objects.visible().filter(space=space, kind=ThreadKind.QUESTION)
    found = questions.order_by("created_at", "pk").prefetch_related("themes", posts)
    return csv_text(COLUMNS, rows_of(found))


def rows_of(threads: Iterator[Thread]) -> Iterator[tuple[str, ...]]:
    for count, thread in enumerate(threads, start=1):
        for post in thread.posts.all():
            themes = "; ".join(theme.slug for theme in thread.themes.all())
            yield (
                str(count),
                plain(thread.title) if post.is_question else "",
                themes if post.is_question else "",
                # The day alone: the hour may tell who wrote what is anonymous.
                timezone.localdate(post.created_at).isoformat(),
                "yes" if post.by_asker and not post.is_question else "",
                "yes" if post.pk == thread.accepted_id else "",
                plain(post.body),
            )


def plain(text: str) -> str:
    return CONTROLS.sub("", LINE_END.sub("\n", text))
