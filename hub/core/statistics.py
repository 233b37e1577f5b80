"""What a database knows of its own tables, which decides how it goes about a query."""

from django.db import DEFAULT_DB_ALIAS, connections

# Rows of an index that are looked at: enough to tell a short table from a long one.
LOOKED_AT = 1000


def refresh_statistics(using: str = DEFAULT_DB_ALIAS) -> None:
    """Lets the database count its rows, after many came at once.

    SQLite never does by itself, and reads all pages of the hub to find its seven themes; takes
    0.03 s. PostgreSQL does some minutes later; until then one search may take half a minute.
    """
    with connections[using].cursor() as cursor:
        if connections[using].vendor == "sqlite":
            cursor.execute(f"PRAGMA analysis_limit = {LOOKED_AT}")
        cursor.execute("ANALYZE")


def count_first_rows(using: str = DEFAULT_DB_ALIAS) -> None:
    """After each migrate and flush; for a new hub's few rows PostgreSQL plans well unasked."""
    if connections[using].vendor == "sqlite":
        refresh_statistics(using)
