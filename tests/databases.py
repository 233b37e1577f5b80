"""The database of the tests, for a process of its own."""

from django.db import connection


def database_url() -> str:
    """What another process takes as DATABASE_URL to read and write what the test does."""
    given = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{given['NAME']}"
    return f"postgresql://{given['USER']}@/{given['NAME']}?host={given['HOST']}"
