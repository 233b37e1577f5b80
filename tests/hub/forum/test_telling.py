"""Who is told of a new question or answer, once each, whatever happens on the way."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from hub.access.models import AccessRule
from hub.access.rules import rule
from hub.access.tokens import area_token
from hub.directory.models import Listing
from hub.forum import telling
from hub.forum.models import PostNews, Space, Thread
from hub.forum.services import ask_question, hide_post, reply_to_thread
from hub.forum.telling import start_telling, tell_followers
from hub.notices.enums import Category
from hub.notices.models import Notice
from hub.notices.services import mark_read, mute, notify, subscribe, unmute
from hub.notices.sweeping import LEASE
from hub.users.models import User
from tests.factories.directory import list_person, listed_person, practitioner_at
from tests.factories.forum import (
    SpaceFactory,
    ThemeFactory,
    first_post,
    question,
    reply,
    space_of_area,
)
from tests.factories.pages import theme_page
from tests.factories.people import AreaFactory, UserFactory

pytestmark = pytest.mark.django_db


def follower(kind: str, object_id: int) -> User:
    person = UserFactory()
    subscribe(person=person, kind=kind, object_id=object_id)
    return person


def told(person: User) -> list[str]:
    return list(Notice.objects.filter(person=person).order_by("pk").values_list("text", flat=True))


def written(space: Space) -> Thread:
    """A question that nobody has been told of yet."""
    return ask_question(author=UserFactory(), space=space, title="Who refers?", body="Who?")


def crowd(space: Space, size: int) -> list[User]:
    return [follower("space", space.pk) for _ in range(size)]


def test_followers_of_a_space_hear_of_a_new_question() -> None:
    space = SpaceFactory()
    person = follower("space", space.pk)
    thread = question(space=space, author=UserFactory(name="Ada"), title="Who refers?")
    assert told(person) == ["Ada asked “Who refers?”"]
    assert Notice.objects.get(person=person).url == first_post(thread).get_absolute_url()


def test_followers_of_a_theme_hear_of_a_new_question() -> None:
    theme = ThemeFactory()
    person = follower("theme", theme_page(theme).pk)
    question(themes=[theme, ThemeFactory()])
    assert len(told(person)) == 1


def test_followers_of_a_person_hear_of_what_they_write() -> None:
    author = listed_person()
    person = follower("person", author.pk)
    question(author=author)
    reply(question(), author=author)
    assert len(told(person)) == 2


def test_nobody_is_told_of_what_they_wrote_themselves() -> None:
    author, space = listed_person(), SpaceFactory()
    for kind, thing in (("space", space), ("person", author)):
        subscribe(person=author, kind=kind, object_id=thing.pk)
    question(author=author, space=space)
    assert told(author) == []


def test_who_follows_it_all_is_told_once() -> None:
    author, space, theme = listed_person(), SpaceFactory(), ThemeFactory()
    person = follower("space", space.pk)
    subscribe(person=person, kind="person", object_id=author.pk)
    subscribe(person=person, kind="theme", object_id=theme_page(theme).pk)
    question(author=author, space=space, themes=[theme])
    notice = Notice.objects.get(person=person)
    assert (notice.followed_kind, notice.followed_id) == ("person", author.pk)


def test_an_answer_is_a_reply_to_who_asked_and_news_to_the_others() -> None:
    thread = question()
    other = follower("thread", thread.pk)
    reply(thread)
    assert Notice.objects.get(person=thread.author).category == Category.REPLY
    assert Notice.objects.get(person=other).category == Category.FOLLOWED


def test_followers_of_a_space_hear_of_a_thread_again_once_they_have_looked() -> None:
    space = SpaceFactory()
    person = follower("space", space.pk)
    thread = question(space=space)
    reply(thread, body="First.")
    assert len(told(person)) == 1
    mark_read(notice=Notice.objects.get(person=person))
    reply(thread, body="Second.")
    assert len(told(person)) == 2


@pytest.mark.parametrize("kind", ["thread", "space"])
def test_what_is_muted_is_told_to_nobody_whatever_they_follow(kind: str) -> None:
    thread = question()
    person = follower("thread", thread.pk)
    subscribe(person=person, kind="space", object_id=thread.space_id)
    things = {"thread": thread.pk, "space": thread.space_id}
    mute(person=person, kind=kind, object_id=things[kind])
    reply(thread, body="Unheard.")
    assert told(person) == []
    unmute(person_id=person.pk, kind=kind, object_id=things[kind])
    reply(thread, body="Heard.")
    assert len(told(person)) == 1


def test_who_may_not_read_a_space_hears_nothing_of_it_by_its_theme() -> None:
    theme = ThemeFactory()
    person = follower("theme", theme_page(theme).pk)
    question(space=space_of_area(AreaFactory()), themes=[theme])
    assert told(person) == []


def test_who_lost_a_space_before_the_worker_came_hears_nothing() -> None:
    space = SpaceFactory()
    person = follower("space", space.pk)
    written(space)
    space.access_rule = AccessRule.objects.for_rule(rule([area_token(AreaFactory().pk)]))
    space.save()
    tell_followers.call()
    assert told(person) == []


def test_what_was_hidden_before_the_worker_came_is_told_to_nobody() -> None:
    space = SpaceFactory()
    person = follower("space", space.pk)
    hide_post(post=first_post(written(space)), by=UserFactory(), reason="Names a child.")
    tell_followers.call()
    assert told(person) == []
    assert not PostNews.objects.exists()


def test_a_work_name_is_not_lifted_by_following() -> None:
    author = list_person(practitioner_at(name="Callum Reid"), work_name="Cal")
    person = follower("person", author.pk)
    question(author=author)
    assert told(person) == []


def test_who_left_the_directory_is_followed_no_more() -> None:
    author = listed_person()
    person = follower("person", author.pk)
    Listing.objects.filter(person=author).update(is_listed=False)
    question(author=author)
    assert told(person) == []


def test_writing_costs_the_same_queries_however_many_follow() -> None:
    written(SpaceFactory())  # what is asked once in a process
    counts = []
    for size in (0, 30):
        space = SpaceFactory()
        crowd(space, size)
        with CaptureQueriesContext(connection) as queries:
            written(space)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_telling_costs_the_same_queries_however_many_are_in_a_batch() -> None:
    counts = []
    for size in (2, 30):
        space = SpaceFactory()
        crowd(space, size)
        written(space)
        with CaptureQueriesContext(connection) as queries:
            tell_followers.call()
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_a_worker_killed_between_batches_tells_each_person_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(telling, "BATCH", 3)
    space = SpaceFactory()
    people = crowd(space, 8)
    written(space)
    batches: list[int] = []

    def killed(**options: object) -> list[Notice]:
        batches.append(1)
        if len(batches) == 2:
            raise KeyboardInterrupt
        return notify(**options)

    monkeypatch.setattr(telling, "notify", killed)
    with pytest.raises(KeyboardInterrupt):
        tell_followers.call()
    assert Notice.objects.count() == 3
    monkeypatch.setattr(telling, "notify", notify)
    PostNews.objects.update(due_at=timezone.now() - timedelta(seconds=1))
    tell_followers.call()
    assert {person.pk: len(told(person)) for person in people} == {p.pk: 1 for p in people}


def test_a_place_that_was_not_noted_tells_nobody_twice() -> None:
    space = SpaceFactory()
    people = crowd(space, 4)
    post = first_post(written(space))
    tell_followers.call()
    PostNews.objects.create(post=post)
    Notice.objects.update(read_at=timezone.now())
    tell_followers.call()
    assert [len(told(person)) for person in people] == [1, 1, 1, 1]


def test_two_workers_at_once_do_not_tell_the_same_people() -> None:
    space = SpaceFactory()
    crowd(space, 2)
    written(space)
    slow = PostNews.objects.get()
    PostNews.objects.update(due_at=timezone.now() + LEASE)
    assert telling.tell_some(slow) is None
    assert not Notice.objects.exists()


def test_the_tick_starts_what_a_killed_worker_left() -> None:
    written(SpaceFactory())
    assert start_telling() == "1 waiting"


def test_an_answer_sent_twice_is_told_once() -> None:
    thread, author = question(), UserFactory()
    for _ in range(2):
        reply_to_thread(thread=thread, author=author, body="The same.")
    tell_followers.call()
    assert len(told(thread.author)) == 1


def test_following_a_person_never_leads_to_what_they_wrote_without_their_name() -> None:
    author = listed_person()
    person = follower("person", author.pk)
    thread = question(author=author, anonymous=True)
    reply(question(), author=author, anonymous=True)
    assert told(person) == []
    subscribe(person=person, kind="space", object_id=thread.space_id)
    question(author=author, space=thread.space, anonymous=True, title="Another")
    notice = Notice.objects.get(person=person)
    assert (notice.text, notice.followed_kind) == ("Anonymous asked “Another”", "space")
    assert author.name not in f"{notice.text}{notice.detail}{notice.url}"


def test_who_asked_without_their_name_hears_of_answers_and_not_of_their_own() -> None:
    author = UserFactory()
    thread = question(author=author, anonymous=True)
    reply(thread, author=author, anonymous=True)
    assert told(author) == []
    reply(thread)
    assert Notice.objects.get(person=author).category == Category.REPLY
