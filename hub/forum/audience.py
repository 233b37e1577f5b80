"""Who is told of a post: each person once, by the nearest of what they follow."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from django.db.models import Q, QuerySet

from hub.access.readers import reader_with, readers_for
from hub.access.rules import Rule
from hub.directory.people import called_name, shown_people
from hub.forum.authorship import asker_id_of, author_id_of
from hub.forum.models import Post
from hub.notices.enums import Category
from hub.notices.models import Mute, Notice, Subscription
from hub.notices.readable import known_kind
from hub.users.models import User

Thing = tuple[str, int]
Audience = dict[tuple[Category, Thing], list[int]]
# Followers of these hear of a thread again once they have looked at it or had it in a mail.
WIDE = ("space", "theme")


def sources(post: Post) -> list[Thing]:
    """What brings a post to its followers, the nearest first."""
    thread = post.thread
    return [
        ("thread", thread.pk),
        *(("person", pk) for pk in named_author(post)),
        ("space", thread.space_id),
        *(("theme", pk) for pk in theme_pages(post)),
    ]


def named_author(post: Post) -> list[int]:
    """Who wrote it, where people can follow them: see `may_follow`. Nobody for an anonymous one."""
    if post.author_id is None:
        return []
    shown = shown_people().filter(pk=post.author_id).select_related("listing")
    return [person.pk for person in shown if may_follow(person)]


def may_follow(person: User) -> bool:
    """Not behind a work name: the first notice would tell the name that they post under."""
    return called_name(person) == person.get_full_name()


def theme_pages(post: Post) -> Iterable[int]:
    kind = known_kind("theme")
    if kind is None:
        return []
    pages = kind.live().filter(theme__in=post.thread.themes.all())
    return list(pages.order_by("pk").values_list("pk", flat=True))


def followers_of(things: Collection[Thing]) -> QuerySet[Subscription]:
    wanted = Q()
    for kind, object_id in things:
        wanted |= Q(kind=kind, object_id=object_id)
    return Subscription.objects.filter(wanted)


def next_followers(post: Post, things: Collection[Thing], after: int, most: int) -> list[int]:
    """Ids above `after`, in order."""
    people = followers_of(things).filter(person_id__gt=after).order_by("person_id")
    return list(people.values_list("person_id", flat=True).distinct()[:most])


def audience(post: Post, things: list[Thing], people: list[int]) -> Audience:
    """Those of these people who are told: no one who muted it, wrote it or may not read it.

    Some six queries for any number of people.
    """
    nearest: dict[int, Thing] = {}
    rows = followers_of(things).filter(person_id__in=people)
    for person_id, *thing in rows.values_list("person_id", "kind", "object_id"):
        found = (thing[0], thing[1])
        held = nearest.get(person_id, found)
        nearest[person_id] = min(found, held, key=things.index)
    told: Audience = defaultdict(list)
    heard = set(people) - silent(post, people) - not_allowed(post, people)
    waiting, asker = already_waiting(post, people), asker_id_of(post.thread)
    for person_id in sorted(heard):
        thing = nearest[person_id]
        if thing[0] in WIDE and person_id in waiting:
            continue
        asked = person_id == asker and thing[0] == "thread"
        told[Category.REPLY if asked else Category.FOLLOWED, thing].append(person_id)
    return told


def silent(post: Post, people: Collection[int]) -> set[int]:
    """Who wrote it, and who muted its thread or its space."""
    of_thread = Q(kind="thread", object_id=post.thread_id)
    of_space = Q(kind="space", object_id=post.thread.space_id)
    muted = Mute.objects.filter(of_thread | of_space, person_id__in=people)
    return {author_id_of(post), *muted.values_list("person_id", flat=True)}


def not_allowed(post: Post, people: Collection[int]) -> set[int]:
    """Who may not read it at this moment; it's asked again when the notice is shown and mailed."""
    return shut_out(post.thread.space.rule, people)


def shut_out(rule: Rule, people: Collection[int]) -> set[int]:
    """Who of these people a rule doesn't let in. Three queries for any number."""
    readers = readers_for(User.objects.filter(pk__in=people))
    return {pk for pk in people if not (readers.get(pk) or reader_with(pk, (), {})).may_read(rule)}


def already_waiting(post: Post, people: Collection[int]) -> set[int]:
    """Who has a notice of the thread that they have neither looked at nor had in a mail."""
    waiting = Notice.objects.about("thread", post.thread_id).not_yet_told().of_people(people)
    return set(waiting.values_list("person_id", flat=True))
