from collections.abc import Iterator

import pytest
from django.core.cache import caches
from django.db import connection

from hub.cache.changes import note_writes, watch_connection


@pytest.fixture
def watching() -> Iterator[None]:
    watch_connection(connection)
    yield
    connection.execute_wrappers.remove(note_writes)


@pytest.fixture
def committed(transactional_db: None, watching: None) -> None:
    """Transactions end as they do for people. Slow: all tables are emptied afterwards."""


@pytest.fixture
def watched(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The one transaction of a test stands for many, so each write is noted by itself."""
    if "committed" not in request.fixturenames:
        request.getfixturevalue("db")
        request.getfixturevalue("watching")
        monkeypatch.setattr("hub.cache.changes.is_noted", lambda _connection: False)


@pytest.fixture
def kept_pages(watched: None, settings: object) -> None:
    """The hub as people run it: pages are kept, and this connection notes what it changes."""
    settings.PAGE_CACHE = True
    caches["pages"].clear()
