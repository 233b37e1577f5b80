"""A throw-away place with the tables of search and nothing else; the hub's rows stay untouched."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
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
    """The alias of a place of the same make as the hub's database, which is deleted afterwards.

    On PostgreSQL it is a schema of its own, whose connection sees no other; the hub's user must
    be allowed to make one, as the owner of a database is.
    """
    if connections[DEFAULT_DB_ALIAS].vendor == "postgresql":
        place = scratch_schema()
    else:
        place = scratch_file()
    with place as wanted, connected(wanted):
        with connections[ALIAS].schema_editor() as editor:
            for model in MODELS:
                editor.create_model(model)
        ensure_tables(ALIAS)
        yield ALIAS


@contextmanager
def scratch_file() -> Iterator[dict[str, Any]]:
    own = connections[DEFAULT_DB_ALIAS].settings_dict
    with TemporaryDirectory(prefix="search-evaluation-") as folder:
        yield {
            "ENGINE": own["ENGINE"],
            "OPTIONS": own["OPTIONS"],
            "NAME": str(Path(folder) / "rows.sqlite3"),
        }


@contextmanager
def scratch_schema() -> Iterator[dict[str, Any]]:
    own = connections[DEFAULT_DB_ALIAS].settings_dict
    name = f"search_evaluation_{secrets.token_hex(8)}"
    options = {**own["OPTIONS"], "options": f"-c search_path={name}"}
    wanted = {**own, "OPTIONS": options}
    with connected(wanted), connections[ALIAS].cursor() as cursor:
        cursor.execute(f"CREATE SCHEMA {name}")
    try:
        yield wanted
    finally:
        with connected(wanted), connections[ALIAS].cursor() as cursor:
            cursor.execute(f"DROP SCHEMA {name} CASCADE")


@contextmanager
def connected(wanted: dict[str, Any]) -> Iterator[None]:
    """The alias for as long as it lasts."""
    configured = connections.configure_settings({DEFAULT_DB_ALIAS: {}, ALIAS: wanted})
    connections.databases[ALIAS] = configured[ALIAS]
    try:
        yield
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
