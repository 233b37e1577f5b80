from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string

from search.engines.base import Engine

DATABASE, ELASTIC = "database", "elastic"
# Read in when it is asked for: the client of Elasticsearch takes a second to load.
ENGINES = {
    DATABASE: "search.engines.database.current.database_engine",
    ELASTIC: "search.engines.elastic.current.elastic_engine",
}


def engine_named(name: str, using: str = "default") -> Engine:
    """The engine of that name over one database. Raises ImproperlyConfigured for any other."""
    if name not in ENGINES:
        raise ImproperlyConfigured(f"SEARCH_ENGINE must be one of {', '.join(ENGINES)}")
    return import_string(ENGINES[name])(using)


def current_engine() -> Engine:
    return engine_named(settings.SEARCH_ENGINE)


def outside() -> bool:
    """Whether an engine outside the database answers, which must hear of every change."""
    return settings.SEARCH_ENGINE == ELASTIC
