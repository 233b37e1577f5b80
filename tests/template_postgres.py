"""A migrated PostgreSQL database: kept as a dump between runs, and as a second database in one.

The cluster of `make test-postgres` lives for one run only, hence the dump. Bringing it back takes
two seconds, migrating takes a minute of computing; making a database after another takes a tenth
of a second.
"""

import os
from pathlib import Path

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from hub.core.backups.postgres import client, dump, run
from tests.template_database import drop_others


def start_from(kept: Path) -> None:
    """Make the test database of this process as the dump has it."""
    name = connection.creation._create_test_db(verbosity=0, autoclobber=True)
    run([client("pg_restore"), "--no-owner", "--exit-on-error", "-d", name, str(kept)], connection)


def keep(kept: Path) -> None:
    """Keep the migrated database under its name at once or not at all."""
    drop_others(kept)
    unfinished = kept.with_suffix(f".{os.getpid()}")
    dump(connection, unfinished, [])
    unfinished.replace(kept)


def set_aside() -> str:
    """Make a second database like this process's own, under the name that comes back."""
    name = connection.settings_dict["NAME"]
    replace(connection, f"{name}_pristine", like=name)
    return f"{name}_pristine"


def replace(connection: BaseDatabaseWrapper, name: str, *, like: str) -> None:
    """Put a copy of one database in the place of another. Connections to both are cut."""
    quote = connection.ops.quote_name
    connection.close()
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {quote(name)} WITH (FORCE)")
        cursor.execute(f"CREATE DATABASE {quote(name)} TEMPLATE {quote(like)} STRATEGY file_copy")
