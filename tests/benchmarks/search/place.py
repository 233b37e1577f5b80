"""What differs between databases and engines when one is filled in bulk and measured."""

import time
from pathlib import Path

from django.db import connections

from search.engines.current import ELASTIC
from search.engines.database.tables import merge_segments
from search.engines.elastic.client import client as elastic_client
from search.engines.elastic.indices import WRITE, Indices
from search.sync.rebuilding import fill

FILLED = ("search_entrytext", "search_entrysection")
ON_DISK = """
SELECT sum(pg_total_relation_size(oid)) FROM pg_class
WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
"""


def without_index(using: str) -> None:
    """Lets rows come in by themselves: PostgreSQL takes 3 ms for each entry it keeps words of.

    `ensure_tables` sees it and makes the text index anew. SQLite is quick enough with its own.
    """
    if connections[using].vendor != "postgresql":
        return
    with connections[using].cursor() as cursor:
        for table in FILLED:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")


def settle(engine: str, using: str) -> None:
    """Does at once what engine and hub do by themselves some minutes after a great change."""
    if engine == ELASTIC:
        wait_for_merges()
    if connections[using].vendor != "postgresql":
        while merge_segments(using):
            pass
        return
    with connections[using].cursor() as cursor:
        for table in connections[using].introspection.table_names(cursor):
            cursor.execute(f'VACUUM ANALYZE "{table}"')


def seconds_to_send(indices: Indices, using: str) -> float:
    """All entries into an index of their own, which goes again, by a node that is warm by now.

    A rebuild also compares what is there with the rows, and swaps.
    """
    name, started = indices.create(), time.perf_counter()
    fill(f"{name}{WRITE}", using)
    taken = time.perf_counter() - started
    indices.delete(name)
    return taken


def wait_for_merges() -> None:
    """Until Elasticsearch has put together what was sent to it."""
    while merges := elastic_client().indices.stats(metric="merge")["_all"]["total"]["merges"]:
        if not merges["current"]:
            return
        time.sleep(0.5)


def megabytes_on_disk(using: str) -> float:
    """Rows, text and indexes."""
    connection = connections[using]
    if connection.vendor != "postgresql":
        return Path(connection.settings_dict["NAME"]).stat().st_size / 2**20
    with connection.cursor() as cursor:
        cursor.execute(ON_DISK)
        return float(cursor.fetchone()[0]) / 2**20
