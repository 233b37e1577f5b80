"""Whom a writer may name in a post, and who sees whom a post names.

People are chosen from the directory, by whoever may read it, and kept by their number: no name that
is typed decides who hears of a post. Who may read a space plays no part here, or the list of those
who can be chosen would tell it; `hub.forum.telling` asks it before anybody is told.
"""

from collections.abc import Iterable, Mapping, Sequence

from django.db.models import QuerySet

from hub.access.readers import Reader
from hub.directory.finding import readable_people
from hub.directory.people import called_name, entry_of, is_verified, shown_people
from hub.forum.models import Mention, Post
from hub.users.models import User

MOST_NAMED = 5
MOST_FOUND = 8
SHORTEST = 2  # letters
Named = tuple[int, str]


def people_to_name(reader: Reader) -> QuerySet[User]:
    """Everybody with an entry in the directory, for those who may read it."""
    return readable_people(reader).exclude(pk=reader.user_id)


def found_by_name(people: QuerySet[User], typed: str) -> QuerySet[User]:
    """The first people whose name, or work name, has each of the words."""
    words = typed.casefold().split()
    if len("".join(words)) < SHORTEST:
        return people.none()
    for word in words[:4]:
        people = people.filter(called__contains=word)
    return people[:MOST_FOUND]


def in_words(person: User) -> str:
    """Enough to tell two people of one name apart. Of a person from `people_to_name`."""
    entry = entry_of(person)
    return ", ".join((entry.name, *entry.work))


def named_in(posts: Sequence[Post], reader: Reader) -> Mapping[int, list[Named]]:
    """Ids and names by post, for readers of the directory, of those who still have an entry.

    Two queries, and none for anybody else.
    """
    found: dict[int, list[Named]] = {}
    if not is_verified(reader) or not posts:
        return found
    rows = list(Mention.objects.filter(post__in=[post.pk for post in posts]).order_by("pk"))
    names = names_of({row.person_id for row in rows}) if rows else {}
    for row in rows:
        if row.person_id in names:
            found.setdefault(row.post_id, []).append((row.person_id, names[row.person_id]))
    return found


def names_of(ids: Iterable[int]) -> dict[int, str]:
    people = shown_people().filter(pk__in=ids).select_related("listing")
    return {person.pk: called_name(person) for person in people}
