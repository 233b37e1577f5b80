"""Writing what can be done without: whoever searches never waits for somebody else who writes."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, connection

logger = logging.getLogger(__name__)

PATIENCE_MS = 50


@contextmanager
def if_possible() -> Iterator[None]:
    """A single statement inside is given up when the database can't take it now.

    SQLite lets one write at a time and waits for it as long as the settings say; here a moment.
    """
    if connection.vendor != "sqlite":
        with given_up():
            yield
        return
    connection.ensure_connection()
    raw = connection.connection
    (usual,) = raw.execute("PRAGMA busy_timeout").fetchone()
    raw.execute(f"PRAGMA busy_timeout = {PATIENCE_MS}")
    try:
        with given_up():
            yield
    finally:
        raw.execute(f"PRAGMA busy_timeout = {usual}")


@contextmanager
def given_up() -> Iterator[None]:
    try:
        yield
    except DatabaseError:
        # Search is worth more than its statistics: a locked or full database loses one line.
        logger.warning("A search was not counted", exc_info=True)
