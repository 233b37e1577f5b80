"""How much of its file each connection of SQLite keeps in memory."""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

# A search reads many pages here and there; SQLite by itself keeps 2 MB of them.
KILOBYTES = 64 * 1024


def connect() -> None:
    connection_created.connect(keep_more, dispatch_uid="search.cache")


def keep_more(connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    """At most, and only what was read: a small hub's file is smaller than that."""
    if connection.vendor == "sqlite":
        connection.connection.execute(f"PRAGMA cache_size = -{KILOBYTES}")
