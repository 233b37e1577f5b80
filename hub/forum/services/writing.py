from collections.abc import Iterable
from datetime import datetime

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from wagtail.models import Page

from hub.forum.authorship import (
    hide_author,
    is_askers_own,
    latest_question_of,
    own_among,
)
from hub.forum.citing import linked_keys
from hub.forum.enums import ThreadKind
from hub.forum.holding import hold_for
from hub.forum.markdown import render_markdown
from hub.forum.models import Mention, Post, Space, Thread
from hub.forum.models.post import QUESTION
from hub.forum.services.announcing import announce
from hub.forum.services.attaching import attach_files
from hub.forum.services.counting import locked, refresh_thread
from hub.forum.services.following import follow_thread
from hub.forum.services.holding import hold_post
from hub.forum.services.waiting import offer_question
from hub.taxonomy.models import Theme
from hub.users.models import User

# Last parts of addresses that a thread's title must not take.
TAKEN = {
    *("reply", "choose", "unaccept", "practice", "term"),
    *("lock", "unlock", "pin", "unpin", "move", "split", "merge"),
}


class ThreadLocked(Exception):
    """A moderator closed the thread to replies."""


@transaction.atomic
def ask_question(
    *,
    author: User,
    space: Space,
    title: str,
    body: str,
    themes: Iterable[Theme] = (),
    about: Iterable[Page] = (),
    files: Iterable[File] = (),
    told: Iterable[User] = (),
    anonymous: bool = False,
    kind: ThreadKind = ThreadKind.QUESTION,
    besides: str = "",
    at: datetime | None = None,
) -> Thread:
    """Opens a thread, follows it for the asker, and has followers of the rest told.

    A thread of another kind begins alike; nobody is asked to answer it. Where a moderator has to
    look first, nobody is told before that; what its words hold `besides` is looked at as well.

    The same question by the same person as their latest is that question again: a form sent twice
    makes one thread. `at` dates it for demonstrations and imports, which nobody is offered.
    """
    latest = latest_question_of(author, anonymous=anonymous)
    same = (space.pk, title, kind)
    if latest and (latest.space_id, latest.title, latest.kind) == same:
        first = latest.posts.filter(number=QUESTION).first()
        if first and first.body == body:
            return latest
    moment = at or timezone.now()
    thread = Thread.objects.create(
        space=space,
        kind=kind,
        title=title,
        slug=thread_slug(title),
        author=None if anonymous else author,
        created_at=moment,
        last_post_at=moment,
        about=list(dict.fromkeys(str(page.translation_key) for page in about)),
    )
    thread.themes.set(themes)
    first = write_post(thread, QUESTION, author, body, moment, anonymous=anonymous)
    attach_files(post=first, files=files)
    name_people(first, told)
    follow_thread(thread=thread, person=author)
    refresh_thread(thread)
    is_shown = publish(first, thread, author, f"{title}\n{besides}", at)
    if is_shown and at is None and thread.is_question:
        offer_question(thread=thread)
    return thread


@transaction.atomic
def reply_to_thread(
    *,
    thread: Thread,
    author: User,
    body: str,
    files: Iterable[File] = (),
    told: Iterable[User] = (),
    anonymous: bool = False,
    official_as: str = "",
    by_moderator: bool = False,
    at: datetime | None = None,
) -> Post:
    """Adds a reply and tells the thread's followers; a form sent twice makes one reply.

    Where a moderator has to look first, nobody is told before that.

    Raises ThreadLocked in a locked thread, unless a moderator writes.
    With `at`, followers are told in the hub but get no email.
    """
    held = locked(thread)
    if held.is_locked and not by_moderator:
        raise ThreadLocked
    last = held.posts.order_by("-number").first()
    if last and last.body == body and not last.is_question and own_among([last], author.pk):
        return last
    number = last.number + 1 if last else QUESTION
    post = write_post(held, number, author, body, at or timezone.now(), anonymous=anonymous)
    if official_as and not anonymous:
        post.official_as = official_as
        post.save()
    attach_files(post=post, files=files)
    name_people(post, told)
    refresh_thread(held)
    publish(post, held, author, "", at)
    return post


def publish(post: Post, thread: Thread, author: User, title: str, at: datetime | None) -> bool:
    """Announces a new post, or holds it for a moderator; says whether it is in sight."""
    hold = hold_for(post, author, title) if at is None else None
    if hold is None:
        announce(post=post, by_mail=at is None)
        return True
    post.is_announced = False
    hold_post(post=post, thread=thread, hold=hold)
    return False


def write_post(
    thread: Thread, number: int, author: User, body: str, moment: datetime, *, anonymous: bool
) -> Post:
    post = Post(thread=thread, number=number, created_at=moment)
    post.author = None if anonymous else author
    post.by_asker = number == QUESTION or is_askers_own(thread, author, anonymous=anonymous)
    set_text(post, body, author)
    post.save()
    if anonymous:
        hide_author(post, author)
    return post


def name_people(post: Post, told: Iterable[User]) -> None:
    """Notes whom the writer wants to be told. Raises ValueError where it would narrow down who."""
    mentions = [Mention(post=post, person=person) for person in told]
    if mentions and post.is_anonymous:
        raise ValueError("Who writes without a name names nobody.")
    Mention.objects.bulk_create(mentions)


def set_text(post: Post, body: str, writer: User) -> None:
    """The text with what follows from it: its HTML, and the pages it links to."""
    post.body = body
    post.html = render_markdown(body)
    post.cited = linked_keys(post.html, writer)


def thread_slug(title: str) -> str:
    slug = slugify(title)[:80].strip("-") or "question"
    return f"{slug}-thread" if slug in TAKEN else slug
