import csv
import io
from datetime import UTC, datetime

import pytest

from hub.forum.exchange.reading import read_threads
from hub.forum.exchange.writing import table_of
from hub.forum.models import Space, Thread
from hub.forum.services import accept_answer, hide_post
from hub.forum.services.importing import import_threads
from tests.factories.forum import SpaceFactory, first_post, moderator, question, reply
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


def test_a_table_names_nobody() -> None:
    assert "Okoro" not in table_of(filled_space())


def test_no_cell_is_a_formula() -> None:
    rows = csv.reader(io.StringIO(table_of(filled_space()).removeprefix("\ufeff")))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_what_is_hidden_stays_out() -> None:
    space = SpaceFactory()
    thread = question(space=space, title="Open?")
    hide_post(post=reply(thread, body="Kai's mother"), by=moderator(), reason="A name.")
    hidden = question(space=space, title="Hidden?")
    hide_post(post=first_post(hidden), by=moderator(), reason="A name.")
    table = table_of(space)
    assert "Open?" in table
    assert "Kai" not in table
    assert "Hidden?" not in table


def test_the_hour_stays_out_because_it_may_tell_who_wrote() -> None:
    assert "T09" not in table_of(filled_space())
    assert "09:" not in table_of(filled_space())


def test_it_takes_few_queries_however_many_threads(django_assert_num_queries) -> None:
    space = filled_space()
    with django_assert_num_queries(3):
        table_of(space)
