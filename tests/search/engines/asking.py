"""The engine under test, told of everything that the test has made."""

from typing import Any

from django.conf import settings
from django.db.models import F

from search.engines.base import Engine
from search.engines.current import ELASTIC, current_engine
from search.engines.elastic.engine import ElasticEngine
from search.engines.elastic.indices import live_indices
from search.models import Entry
from search.sync.shipping import ship

# Seconds: what a test asks is answered by the engine, not by its reserve.
PATIENCE = 30.0


def engine_now() -> Engine:
    if settings.SEARCH_ENGINE != ELASTIC:
        return current_engine()
    ship()
    return ElasticEngine(live_indices(), seconds=PATIENCE)


def change(entries: Any, **values: object) -> None:
    """Changes rows as the hub does, with their versions."""
    version = F("version") + 1
    entries.update(**values, version=version, access_version=version)


def change_all(**values: object) -> None:
    change(Entry.objects.all(), **values)
