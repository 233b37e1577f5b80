import csv
import io
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from hub.forum.enums import ThreadKind
from hub.forum.exchange.reading import read_threads
from hub.forum.exchange.writing import table_of
from hub.forum.models import HeldPhrase, Poll, PollVote, Space, Thread
from hub.forum.services import accept_answer, choose_in_poll, hide_post, merge_thread
from hub.forum.services.importing import import_threads
from hub.forum.telling import tell_followers
from hub.notices.models import Notice
from tests.factories.forum import (
    SpaceFactory,
    event,
    first_post,
    moderator,
    poll,
    question,
    reply,
)
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db
HOSTILE = '=HYPERLINK("https://evil.example")\r\n\r\n- a "list"; with, signs\n\'+1'


def filled_space() -> Space:
    space = SpaceFactory()
    asker = UserFactory(name="Hana Okoro")
    early = datetime(2026, 3, 1, 9, tzinfo=UTC)
    thread = question(author=asker, space=space, title="@Who refers?", body=HOSTILE, at=early)
    thread.themes.set(thread.themes.model.objects.filter(slug__in=["mapping", "partnership"]))
    accept_answer(post=reply(thread, body="-You do.", at=early), by=asker)
    reply(thread, author=asker, body="Thanks.", at=datetime(2026, 3, 2, 9, tzinfo=UTC))
    question(space=space, title="Second?", body="Ŵyr.", anonymous=True, at=early)
    for kind in (ThreadKind.DISCUSSION, ThreadKind.ANNOUNCEMENT):
        talk = question(space=space, title=f"+Some {kind}", body="Say.", kind=kind, at=early)
        reply(talk, author=talk.author, body="Me first.", at=early)
    return space


def space_with_more() -> Space:
    space = filled_space()
    poll(space=space, title="Which way?", options=["=1+1", "Never", "Two, or; more"], several=True)
    held = poll(space=space, author=UserFactory(name="Hana Okoro")).poll
    voter = UserFactory(name="Voting Votary")
    choose_in_poll(poll=held, person=voter, options=[held.options.first()])
    event(space=space, link="https://join.example/?a=1,2")
    return space


def brought(table: str, space: Space) -> list[Thread]:
    report = read_threads(table.encode(), set())
    assert report.refused == 0
    return import_threads(space=space, threads=report.threads, by=UserFactory())


def test_a_space_that_was_taken_out_comes_in_the_same() -> None:
    table = table_of(filled_space())
    other = SpaceFactory()
    brought(table, other)
    assert table_of(other) == table


def test_every_kind_of_thread_goes_out_and_comes_in() -> None:
    space, other = space_with_more(), SpaceFactory()
    brought(table_of(space), other)
    assert kinds_in(other) == kinds_in(space) == sorted([*ThreadKind, "poll", "question"])


def kinds_in(space: Space) -> list[str]:
    return sorted(space.threads.values_list("kind", flat=True))


def test_polls_and_events_come_in_the_same_but_for_the_votes() -> None:
    table, other = table_of(space_with_more()), SpaceFactory()
    brought(table, other)
    assert table_of(other) == table
    assert not PollVote.objects.filter(option__poll__thread__space=other).exists()


def test_a_closed_poll_comes_in_closed() -> None:
    space, other = SpaceFactory(), SpaceFactory()
    closed = poll(space=space)
    Poll.objects.filter(thread=closed).update(closed_at=timezone.now() - timedelta(days=2))
    brought(table_of(space), other)
    assert Poll.objects.get(thread__space=other).is_closed


def test_a_merged_thread_comes_in_as_the_one_that_it_is() -> None:
    space, other = SpaceFactory(), SpaceFactory()
    late = question(space=space, title="Late?", at=datetime(2026, 5, 1, 9, tzinfo=UTC))
    early = question(space=space, title="Early?", at=datetime(2026, 3, 1, 9, tzinfo=UTC))
    merge_thread(thread=early, into=late, by=moderator(), reason="The same.")
    table = table_of(space)
    assert brought(table, other)[0].reply_count == 1
    assert table_of(other) == table


def test_nobody_is_asked_or_told_of_an_event_that_came_in() -> None:
    table, before = table_of(space_with_more()), Notice.objects.count()
    brought(table, SpaceFactory())
    tell_followers.call()
    assert Notice.objects.count() == before


@pytest.mark.parametrize("name", ["Okoro", "Votary"])
def test_a_table_names_nobody(name: str) -> None:
    assert name not in table_of(space_with_more())


def test_a_table_has_no_numbers_of_votes() -> None:
    space = SpaceFactory()
    held = poll(space=space)
    before = table_of(space)
    choose_in_poll(poll=held.poll, person=UserFactory(), options=[held.poll.options.first()])
    assert table_of(space) == before


def test_no_cell_is_a_formula() -> None:
    rows = csv.reader(io.StringIO(table_of(space_with_more()).removeprefix("\ufeff")))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_what_is_hidden_stays_out() -> None:
    space = SpaceFactory()
    thread = question(space=space, title="Open?")
    hide_post(post=reply(thread, body="Kai's mother"), by=moderator(), reason="A name.")
    hidden = question(space=space, title="Hidden?")
    reply(hidden, body="To what nobody sees.")
    hide_post(post=first_post(hidden), by=moderator(), reason="A name.")
    HeldPhrase.objects.create(phrase="meet me at", why="?")
    poll(space=space, options=["Meet me at six", "Never"])
    table = table_of(space)
    assert "Open?" in table
    assert "Kai" not in table
    assert "Hidden?" not in table
    assert "nobody sees" not in table
    assert "six" not in table


def test_the_hour_stays_out_because_it_may_tell_who_wrote() -> None:
    assert "T09" not in table_of(filled_space())
    assert "09:" not in table_of(filled_space())


def test_it_takes_few_queries_however_many_threads(django_assert_num_queries) -> None:
    space = filled_space()
    with django_assert_num_queries(3):
        table_of(space)
    more = space_with_more()
    with django_assert_num_queries(4):
        table_of(more)
