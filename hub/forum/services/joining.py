"""Threads that turn out to be two, or to be one: posts go over with their links and votes."""

from collections.abc import Collection, Iterable

from django.db import transaction
from django.utils import timezone

from hub.forum.audience import shut_out
from hub.forum.enums import ThreadKind
from hub.forum.models import GrownPage, Post, ReadPosition, Space, Thread
from hub.forum.models.post import QUESTION
from hub.forum.services.arranging import NotMoved, audit, require_movable
from hub.forum.services.counting import locked, refresh_thread
from hub.forum.services.writing import thread_slug
from hub.notices.models import Notice, Subscription
from hub.users.models import User

# What belongs to the whole thread, and would be lost with it.
STAY = {ThreadKind.POLL, ThreadKind.EVENT}


@transaction.atomic
def split_thread(
    *,
    thread: Thread,
    numbers: Collection[int],
    title: str,
    kind: ThreadKind,
    by: User,
    reason: str,
) -> Thread:
    """Makes a thread of these replies in the same space; the first of them begins it.

    Whoever follows the one follows both, and what they have read stays read. Raises NotMoved where
    none of the replies is in sight any more.
    """
    held = locked(thread)
    posts = list(held.posts.visible().replies().filter(number__in=numbers).order_by("number"))
    if not posts:
        raise NotMoved
    first = posts[0]
    made = Thread.objects.create(
        space=held.space,
        kind=kind,
        title=title,
        slug=thread_slug(title),
        author=first.author,
        is_imported=first.is_imported,
        created_at=first.created_at,
        split_from=held,
    )
    made.themes.set(held.themes.all())
    keep_read(held, made, [post.number for post in posts])
    carry(posts, made, QUESTION)
    if held.accepted in posts:
        held.accepted = None
    follow_too(held, made)
    refresh_thread(held)
    refresh_thread(made)
    audit("forum.thread_split", held, by, reason, f" into thread {made.pk}")
    return made


@transaction.atomic
def merge_thread(
    *, thread: Thread, into: Thread, by: User, reason: str, wider_confirmed: bool = False
) -> Thread:
    """Puts all posts of a thread behind those of another, whose address its own leads to from now.

    Raises NotMoved as moving does, and for polls, events and what is out of sight.
    """
    pair = Thread.objects.select_for_update().order_by("pk").in_bulk([thread.pk, into.pk])
    held, other = pair[thread.pk], pair[into.pk]
    if held == other or held.kind in STAY or held.merged_into_id or other.hidden_at:
        raise NotMoved
    require_movable(held.space, other.space, wider_confirmed=wider_confirmed)
    last = other.posts.order_by("-number").values_list("number", flat=True).first()
    carry(held.posts.order_by("number"), other, (last or 0) + 1)
    tell_no_more(held, other.space)
    follow_too(held, other)
    Notice.objects.about("thread", held.pk).update(object_id=other.pk)
    GrownPage.objects.filter(thread=held).update(thread=other)
    Thread.objects.filter(merged_into=held).update(merged_into=other)
    held.merged_into, held.hidden_at, held.accepted, held.pinned_at = (
        other,
        timezone.now(),
        None,
        None,
    )
    refresh_thread(held)
    audit("forum.thread_merged", held, by, reason, f" into thread {other.pk}")
    return refresh_thread(other)


def carry(posts: Iterable[Post], to: Thread, first_number: int) -> None:
    """The asker's mark is worked out anew, for posts with a name only.

    Two without one that are by the same hand would else be seen to be.
    """
    for number, post in enumerate(posts, first_number):
        named = post.author_id is not None and not to.is_imported
        post.thread, post.number = to, number
        post.by_asker = number == QUESTION or (named and post.author_id == to.author_id)
        post.save()


def keep_read(of: Thread, made: Thread, numbers: Collection[int]) -> None:
    """How far each reader had come, said of the new thread."""
    places = ((p.person_id, sum(n <= p.number for n in numbers)) for p in of.read_positions.all())
    ReadPosition.objects.bulk_create(
        ReadPosition(thread=made, person_id=person, number=number)
        for person, number in places
        if number
    )


def tell_no_more(thread: Thread, there: Space) -> None:
    """Who may not read the other space loses the notices of it, and follows it no longer."""
    notices = Notice.objects.about("thread", thread.pk)
    following = Subscription.objects.of("thread", thread.pk)
    people = {*notices.values_list("person_id", flat=True)}
    people |= {*following.values_list("person_id", flat=True)}
    out = shut_out(there.rule, people)
    notices.of_people(out).delete()
    following.filter(person_id__in=out).delete()


def follow_too(one: Thread, another: Thread) -> None:
    people = Subscription.objects.of("thread", one.pk).values_list("person_id", flat=True)
    Subscription.objects.bulk_create(
        (Subscription(person_id=pk, kind="thread", object_id=another.pk) for pk in list(people)),
        ignore_conflicts=True,
    )
