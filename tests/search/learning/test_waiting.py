"""Searching goes on at once while somebody else writes."""

import sqlite3
import time

import pytest
from django.db import connection

from search.learning.recording import log_search
from search.learning.waiting import if_possible
from search.models import LoggedSearch

pytestmark = pytest.mark.sqlite_only


@pytest.mark.django_db
def test_the_usual_patience_is_back_afterwards() -> None:
    connection.ensure_connection()
    raw = connection.connection
    usual = raw.execute("PRAGMA busy_timeout").fetchone()
    with if_possible():
        assert raw.execute("PRAGMA busy_timeout").fetchone() == (50,)
    assert raw.execute("PRAGMA busy_timeout").fetchone() == usual


@pytest.mark.django_db(transaction=True)
def test_a_search_does_not_wait_for_another_writer() -> None:
    other = sqlite3.connect(connection.settings_dict["NAME"])
    other.execute("BEGIN IMMEDIATE")
    started = time.monotonic()
    answer = log_search(text="cuckooing", total=1, page=1, narrowed=False)
    took = time.monotonic() - started
    other.rollback()
    other.close()
    assert answer is None
    assert took < 1
    assert not LoggedSearch.objects.exists()
