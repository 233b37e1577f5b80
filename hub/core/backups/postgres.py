"""PostgreSQL's own dump, taken in the snapshot in which the names of uploads are read."""

import os
import shutil
import subprocess
from pathlib import Path

from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

ANEW = "DROP SCHEMA public CASCADE;\nCREATE SCHEMA public;\n"


class MissingClient(Exception):
    """A program of PostgreSQL's client is not installed. The message says which, and what to do."""


class ClientFailed(Exception):
    """A program of PostgreSQL's client gave up. The message is its own."""


def dump(connection: BaseDatabaseWrapper, target: Path, columns: list[tuple[str, str]]) -> set[str]:
    """Writes the dump; the uploads that its rows name. Raises MissingClient and ClientFailed."""
    program = client("pg_dump")
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        cursor.execute("SELECT pg_export_snapshot()")
        snapshot = cursor.fetchone()[0]
        options = ["-Fc", "--no-owner", "--no-privileges", f"--snapshot={snapshot}"]
        run([program, *options, "-f", str(target)], connection)
        names: set[str] = set()
        for table, column in columns:
            cursor.execute(f'SELECT "{column}" FROM "{table}"')  # noqa: S608 our models' own names
            names.update(row[0] for row in cursor.fetchall() if row[0])
        return names


def load(connection: BaseDatabaseWrapper, source: Path) -> None:
    """Replaces everything in one transaction. Raises MissingClient and ClientFailed."""
    script = source.with_suffix(".sql")
    run([client("pg_restore"), "--no-owner", "--no-privileges", "-f", str(script), str(source)])
    anew = source.with_suffix(".anew.sql")
    anew.write_text(ANEW)
    connections.close_all()
    quiet = ["-q", "-X", "-o", os.devnull, "-v", "ON_ERROR_STOP=1", "--single-transaction"]
    run([client("psql"), *quiet, "-f", str(anew), "-f", str(script)], connection)


def client(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise MissingClient(f"{name} is not installed (Debian: apt-get install postgresql-client).")
    return found


def run(command: list[str], connection: BaseDatabaseWrapper | None = None) -> None:
    """The password travels in the environment of the program: others can't see it there."""
    environment = {"PATH": os.defpath}
    if connection is not None:
        given = connection.settings_dict
        named = {
            "PGDATABASE": given["NAME"],
            "PGHOST": given["HOST"],
            "PGPORT": given["PORT"],
            "PGUSER": given["USER"],
            "PGPASSWORD": given["PASSWORD"],
        }
        environment |= {name: str(value) for name, value in named.items() if value}
    done = subprocess.run(command, env=environment, capture_output=True, text=True)  # noqa: S603 no shell, and programs found above
    if done.returncode:
        raise ClientFailed(done.stderr.strip() or f"{command[0]} failed.")
