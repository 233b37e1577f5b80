"""A throw-away database with the tables of search and nothing else; the hub's is never touched."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import connections
from django.utils.module_loading import import_string

from hub.access.models import AccessRule
from search.engines.base import Engine
from search.engines.current import DATABASE, engine_named
from search.engines.database.tables import ensure_tables
from search.models import Entry, EntrySection, EntryText, EntryVector, Labels, Removal

ALIAS = "search_evaluation"
MODELS = (AccessRule, Labels, Entry, EntryText, EntrySection, EntryVector, Removal)


@contextmanager
def scratch_database() -> Iterator[str]:
    """The alias of an SQLite file that is deleted afterwards."""
    with TemporaryDirectory(prefix="search-evaluation-") as folder:
        wanted = {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(Path(folder) / "rows.sqlite3"),
        }
        configured = connections.configure_settings({"default": {}, ALIAS: wanted})
        connections.databases[ALIAS] = configured[ALIAS]
        try:
            with connections[ALIAS].schema_editor() as editor:
                for model in MODELS:
                    editor.create_model(model)
            ensure_tables(ALIAS)
            yield ALIAS
        finally:
            connections[ALIAS].close()
            del connections[ALIAS]
            del connections.databases[ALIAS]


@contextmanager
def engine_over(name: str, using: str) -> Iterator[Engine]:
    """The engine of that name over the rows of a scratch database; an index of its own goes after.

    No reserve stands in for an engine that is away: measuring then fails.
    """
    if name == DATABASE:
        yield engine_named(name, using)
        return
    with import_string("search.sync.scratch_index.scratch_engine")(using) as engine:
        yield engine
