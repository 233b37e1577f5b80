"""The whole demonstration in the database of a running site, loaded once for each test process."""

from pathlib import Path

from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection

from tests.template_database import copy


def fill(snapshot: Path) -> None:
    """Load the demonstration, or bring back the copy that the first call left at `snapshot`.

    The database must be a SQLite file, and no transaction open. Caches that hold row ids are
    emptied, since ids differ after a flush.
    """
    database = connection.settings_dict["NAME"]
    if snapshot.exists():
        copy(snapshot, database)
    else:
        call_command("load_demo", verbosity=0)
        copy(database, snapshot)
    ContentType.objects.clear_cache()
    cache.clear()
