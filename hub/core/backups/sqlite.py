"""SQLite's own online backup: one moment's state, while others write."""

import sqlite3
from pathlib import Path

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

BUSY_SECONDS = 20


def dump(connection: BaseDatabaseWrapper, target: Path, columns: list[tuple[str, str]]) -> set[str]:
    """Copies the database into a file; the uploads that its rows name."""
    source = sqlite3.connect(str(connection.settings_dict["NAME"]), timeout=BUSY_SECONDS)
    copy = sqlite3.connect(target)
    try:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        return {
            row[0]
            for table, column in columns
            for row in copy.execute(f'SELECT "{column}" FROM "{table}"')  # noqa: S608 our models'
            if row[0]
        }
    finally:
        copy.close()
        source.close()


def load(connection: BaseDatabaseWrapper, source: Path) -> None:
    """Puts the file's content in the place of the database's, all of it or nothing."""
    connections.close_all()
    dumped = sqlite3.connect(source)
    target = sqlite3.connect(str(connection.settings_dict["NAME"]), timeout=BUSY_SECONDS)
    try:
        dumped.backup(target)
    finally:
        target.close()
        dumped.close()
