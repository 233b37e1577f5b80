from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connections

from search.engines.base import Engine
from search.engines.database.postgres import PostgresEngine
from search.engines.database.sqlite import SqliteEngine

ENGINES = ("database",)


def engine_named(name: str, using: str = "default") -> Engine:
    """The engine of that name over one database. Raises ImproperlyConfigured for any other."""
    if name not in ENGINES:
        raise ImproperlyConfigured(f"SEARCH_ENGINE must be one of {', '.join(ENGINES)}")
    if connections[using].vendor == "postgresql":
        return PostgresEngine(using)
    return SqliteEngine(using)


def current_engine() -> Engine:
    return engine_named(settings.SEARCH_ENGINE)
