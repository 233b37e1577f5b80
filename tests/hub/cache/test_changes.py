"""Every write that a page may show changes the state, with its commit and not before."""

from collections.abc import Callable
from threading import Thread

import pytest
from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from hub.cache.changes import changes_pages, forget_old_changes, watch_connection
from hub.cache.models import Change, State
from hub.taxonomy.models import Nation
from tests.factories.people import UserFactory

pytestmark = pytest.mark.usefixtures("watched")
in_transactions = pytest.mark.usefixtures("committed")


def nation(slug: str = "atlantis") -> Nation:
    return Nation.objects.create(slug=slug, name=slug)


WRITES: dict[str, Callable[[], object]] = {
    "save": lambda: nation("lyonesse"),
    "update": lambda: Nation.objects.filter(slug="atlantis").update(name="Atlantis"),
    "bulk": lambda: Nation.objects.bulk_create([Nation(slug="avalon", name="Avalon")]),
    "delete": lambda: Nation.objects.filter(slug="atlantis").delete(),
    "raw": lambda: connection.cursor().execute("UPDATE taxonomy_nation SET name = 'Hy'"),
    "many": lambda: connection.cursor().executemany(
        "UPDATE taxonomy_nation SET name = %s", [("Hy",), ("Ys",)]
    ),
}


@pytest.mark.parametrize("name", WRITES)
def test_every_way_to_write_changes_the_state(name: str) -> None:
    nation()
    before = Change.objects.state()
    WRITES[name]()
    assert Change.objects.state() != before


def test_reading_changes_nothing() -> None:
    before = Change.objects.state()
    list(Nation.objects.filter(name="UPDATE"))
    assert Change.objects.state() == before


@in_transactions
def test_a_transaction_is_noted_once() -> None:
    before = Change.objects.count()
    with transaction.atomic():
        nation("one")
        nation("two")
    assert Change.objects.count() == before + 1


@in_transactions
def test_what_is_rolled_back_changes_nothing() -> None:
    before = Change.objects.state()
    with transaction.atomic():
        nation()
        transaction.set_rollback(True)
    assert Change.objects.state() == before


@in_transactions
def test_a_write_after_a_rolled_back_savepoint_is_noted() -> None:
    before = Change.objects.state()
    with transaction.atomic():
        with transaction.atomic():
            nation("one")
            transaction.set_rollback(True)
        nation("two")
    assert Change.objects.state() != before


def test_a_write_that_fails_alone_leaves_no_note() -> None:
    nation()
    before = Change.objects.state()
    with pytest.raises(IntegrityError), transaction.atomic():
        nation()
    assert Change.objects.state() == before


@in_transactions
def test_others_see_the_change_with_the_commit_and_not_before() -> None:
    before = Change.objects.state()
    with transaction.atomic():
        nation()
        assert state_elsewhere() == before
    assert state_elsewhere() != before


def state_elsewhere() -> State:
    """The state as another process sees it: over a connection of its own."""
    seen: list[State] = []

    def look() -> None:
        seen.append(Change.objects.state())
        connection.close()

    thread = Thread(target=look)
    thread.start()
    thread.join()
    return seen[0]


def test_sessions_and_signing_in_change_no_page() -> None:
    user = UserFactory()
    before = Change.objects.state()
    Session.objects.create(session_key="k" * 32, session_data="", expire_date=timezone.now())
    user.last_login = timezone.now()
    user.save(update_fields=["last_login"])
    assert Change.objects.state() == before


def test_a_change_of_name_counts_beside_a_sign_in_too() -> None:
    user = UserFactory(name="Asha")
    before = Change.objects.state()
    user.name = "Asha Bell"
    user.save(update_fields=["last_login", "name"])
    assert Change.objects.state() != before


@pytest.mark.parametrize(
    "sql",
    [
        '/* tidy */ UPDATE "wagtailcore_page" SET live = 1',
        "-- tidy\nDELETE FROM wagtailcore_page",
        'TRUNCATE "wagtailcore_page"',
        "COPY wagtailcore_page FROM STDIN",
        "MERGE INTO wagtailcore_page USING other ON true",
    ],
)
def test_writes_count_however_they_begin(sql: str) -> None:
    assert changes_pages(sql)


def test_a_change_of_name_counts() -> None:
    user = UserFactory()
    before = Change.objects.state()
    user.save()
    assert Change.objects.state() != before


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ('INSERT OR IGNORE INTO "forum_post" VALUES (1)', True),
        ("WITH x AS (SELECT 1) DELETE FROM forum_post", True),
        ("WITH x AS (SELECT 1) SELECT * FROM x", False),
        ('SELECT "update" FROM forum_post', False),
        ('SAVEPOINT "s1"', False),
        ('DELETE FROM "django_session"', False),
    ],
)
def test_statements_are_told_apart(sql: str, expected: bool) -> None:
    assert changes_pages(sql) is expected


def test_old_changes_are_forgotten_and_the_state_stays_unlike_any_before(monkeypatch) -> None:
    monkeypatch.setattr("hub.cache.changes.MOST_ROWS", 3)
    states = {Change.objects.state()}
    for number in range(5):
        Group.objects.create(name=f"Group {number}")
        states.add(Change.objects.state())
    forget_old_changes()
    assert Change.objects.count() == 1
    assert Change.objects.state() not in states


def test_a_connection_is_watched_once() -> None:
    watchers = len(connection.execute_wrappers)
    watch_connection(connection)
    assert len(connection.execute_wrappers) == watchers
