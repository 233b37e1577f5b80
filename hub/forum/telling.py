"""The sweep that tells followers of new posts. Safe to run twice, at once, and after a kill.

Writing a post adds one row; a worker makes the notices of it, some hundred people at a time, each
batch in a transaction that also notes how far it came. Those whom the post names come first.
"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_tasks import task

from hub.forum.audience import audience, next_followers, not_allowed, silent, sources
from hub.forum.enums import ThreadKind
from hub.forum.models import Post, PostNews
from hub.notices.enums import Category
from hub.notices.services import notify
from hub.notices.sweeping import LEASE, claim
from hub.notices.tasks import enqueue

BATCH = 500
STARTED = {
    ThreadKind.QUESTION: gettext_lazy("%(name)s asked “%(title)s”"),
    ThreadKind.DISCUSSION: gettext_lazy("%(name)s started a discussion: “%(title)s”"),
    ThreadKind.ANNOUNCEMENT: gettext_lazy("%(name)s announced “%(title)s”"),
    ThreadKind.POLL: gettext_lazy("%(name)s started a poll: “%(title)s”"),
    ThreadKind.EVENT: gettext_lazy("%(name)s told of an event: “%(title)s”"),
}


@task()
def tell_followers() -> int:
    """Tells of every post that waits; returns how many notices were made."""
    told = 0
    while news := PostNews.objects.due(timezone.now()).first():
        if claim(news):
            told += tell(news)
    return told


def tell(news: PostNews) -> int:
    told = tell_named(news)
    while (made := tell_some(news)) is not None:
        told += made
    return told


@transaction.atomic
def tell_named(news: PostNews) -> int:
    """Those whom the post names come first: nobody who is told here is told as a follower again."""
    post = shown_post(news)
    named = list(post.mentions.values_list("person_id", flat=True)) if post else []
    if not post or not named:
        return 0
    made = notify(
        people=sorted(set(named) - silent(post, named) - not_allowed(post, named)),
        category=Category.REPLY,
        text=words(post, news.version, _("%(name)s named you in “%(title)s”")),
        url=post.get_absolute_url(),
        kind="thread",
        object_id=post.thread_id,
        key=key_of(news),
        at=moment_of(post, news),
        email=news.by_mail,
    )
    return len(made)


@transaction.atomic
def tell_some(news: PostNews) -> int | None:
    """Tells the next batch; None when nobody is left, or when another run has taken over.

    A post that was hidden meanwhile is told of no further.
    """
    post = shown_post(news)
    things = sources(post) if post else []
    people = next_followers(post, things, news.reached, BATCH) if post else []
    mine = PostNews.objects.filter(pk=news.pk, due_at=news.due_at)
    if not post or not people:
        mine.delete()
        return None
    until = timezone.now() + LEASE
    if not mine.update(reached=people[-1], due_at=until):
        return None
    news.reached, news.due_at = people[-1], until
    made = 0
    for (category, thing), told in audience(post, things, people).items():
        made += len(
            notify(
                people=told,
                category=category,
                text=words(post, news.version),
                url=post.get_absolute_url(),
                kind="thread",
                object_id=post.thread_id,
                followed=thing if thing[0] != "thread" else None,
                key=key_of(news),
                at=moment_of(post, news),
                email=news.by_mail,
            )
        )
    return made


def shown_post(news: PostNews) -> Post | None:
    posts = Post.objects.visible().filter(thread__hidden_at=None)
    return (
        posts.select_related("thread__space__access_rule", "author").filter(pk=news.post_id).first()
    )


def key_of(news: PostNews) -> str:
    """By which nobody is told of one post twice, nor of one change."""
    return f"post {news.post_id} {news.version}" if news.version else f"post {news.post_id}"


def moment_of(post: Post, news: PostNews) -> datetime:
    return (post.edited_at if news.version else None) or post.created_at


def words(post: Post, version: int, otherwise: str = "") -> str:
    """What somebody is told of a post, or of the change that its version is."""
    said = {"name": post.signed.name, "title": post.thread.title}
    if version:
        return _("%(name)s changed when or where “%(title)s” is") % said
    if otherwise:
        return otherwise % said
    if post.is_question:
        return STARTED[ThreadKind(post.thread.kind)] % said
    return _("%(name)s replied to “%(title)s”") % said


def start_telling() -> str:
    """Starts the sweep where a post waits: a worker may have been killed."""
    waiting = PostNews.objects.due(timezone.now()).count()
    if waiting:
        enqueue(tell_followers)
    return f"{waiting} waiting"
