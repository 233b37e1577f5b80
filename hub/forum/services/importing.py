from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, time

from django.db import transaction
from django.utils import timezone

from hub.access.services import record_audit
from hub.forum.authorship import hide_author
from hub.forum.enums import WaitStep
from hub.forum.exchange.drafts import DraftPoll, DraftPost, DraftThread
from hub.forum.models import Event, Poll, Post, Space, Step, Thread
from hub.forum.models.post import QUESTION
from hub.forum.services.counting import refresh_thread
from hub.forum.services.starting import add_answers
from hub.forum.services.writing import set_text, thread_slug
from hub.users.models import User

NOON = time(12)


class AlreadyThere(Exception):
    """A question of the file came in meanwhile."""


@transaction.atomic
def import_threads(*, space: Space, threads: Sequence[DraftThread], by: User) -> list[Thread]:
    """Adds threads from elsewhere, all or none, signed by nobody. Recorded; nobody is told.

    Whoever brings them in answers for them, as the author that readers don't see. Raises
    AlreadyThere.
    """
    held = Space.objects.select_for_update().get(pk=space.pk)
    known = imported_questions(held)
    if any((draft.title, draft.posts[0].body) in known for draft in threads):
        raise AlreadyThere
    made = [add_thread(held, draft, by) for draft in threads]
    subject = f"space {held.pk}"
    record_audit(action="forum.threads_imported", subject=subject, person_id=by.pk)
    return made


def imported_questions(space: Space) -> set[tuple[str, str]]:
    """Title and text of each question that came in by a file."""
    asked = Post.objects.filter(thread__space=space, number=QUESTION, is_imported=True)
    return set(asked.values_list("thread__title", "body"))


def add_thread(space: Space, draft: DraftThread, by: User) -> Thread:
    moment = noon_of(draft.posts[0])
    thread = Thread.objects.create(
        space=space,
        kind=draft.kind,
        title=draft.title,
        slug=thread_slug(draft.title),
        is_imported=True,
        created_at=moment,
        last_post_at=moment,
    )
    thread.themes.set(draft.themes)
    posts = [post_of(thread, number, post, by) for number, post in enumerate(draft.posts, start=1)]
    # At once: a signal for each post would write the thread's search entry as often.
    Post.objects.bulk_create(posts)
    for post, given in zip(posts, draft.posts, strict=True):
        hide_author(post, by)
        if given.is_accepted:
            thread.accepted = post
    if draft.poll:
        add_poll(thread, draft.poll)
    if draft.event:
        Event.objects.create(thread=thread, **asdict(draft.event))
    # Nobody is asked about a question that waited elsewhere.
    Step.objects.bulk_create(Step(thread=thread, step=step) for step in WaitStep)
    return refresh_thread(thread)


def add_poll(thread: Thread, draft: DraftPoll) -> None:
    """Without its votes: they are people's own, and nobody takes them along."""
    poll = Poll.objects.create(thread=thread, several=draft.several, closes_on=draft.closes_on)
    add_answers(poll, draft.answers)


def post_of(thread: Thread, number: int, draft: DraftPost, by: User) -> Post:
    post = Post(thread=thread, number=number, created_at=noon_of(draft), is_imported=True)
    post.by_asker = number == QUESTION or draft.by_asker
    set_text(post, draft.body, by)
    return post


def noon_of(draft: DraftPost) -> datetime:
    """Tables know the day alone. Nothing is dated later than now."""
    noon = timezone.make_aware(datetime.combine(draft.written, NOON))
    return min(noon, timezone.now())
