"""The whole demonstration in the test database, loaded once for each test process."""

from pathlib import Path

from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection

from tests import template_postgres
from tests.template_database import copy


def fill(snapshot: Path) -> None:
    """Load the demonstration, or bring back the copy that the first call left at `snapshot`.

    No transaction may be open. On PostgreSQL the copy is a second database, and the path only says
    that it is there. Caches that hold row ids are emptied, since ids differ after a flush.
    """
    if snapshot.exists():
        bring_back(snapshot)
    else:
        call_command("load_demo", verbosity=0)
        keep(snapshot)
    ContentType.objects.clear_cache()
    cache.clear()


def keep(snapshot: Path) -> None:
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        copy(name, snapshot)
    else:
        template_postgres.replace(connection, copy_of(name), like=name)
        snapshot.touch()


def bring_back(snapshot: Path) -> None:
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        copy(snapshot, name)
    else:
        template_postgres.replace(connection, name, like=copy_of(name))


def copy_of(name: str) -> str:
    return f"{name}_demonstration"
