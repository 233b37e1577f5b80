from django.db import connections

from search.engines.base import Engine
from search.engines.database.postgres import PostgresEngine
from search.engines.database.sqlite import SqliteEngine


def database_engine(using: str = "default") -> Engine:
    """The full-text search of the database that the rows are in."""
    if connections[using].vendor == "postgresql":
        return PostgresEngine(using)
    return SqliteEngine(using)
