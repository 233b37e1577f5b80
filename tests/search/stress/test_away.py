"""A node that stands still, and one of three that is killed. By the clock, so for the deep run."""

import contextlib
import os
import signal
import time
import uuid
from collections.abc import Iterator

import pytest
from django.db import connection
from django_tasks_db.models import DBTaskResult
from elasticsearch import Elasticsearch
from pytest_django.fixtures import Settings

from hub.access.readers import ANONYMOUS
from scripts.elasticsearch import Node, Unavailable, cluster
from search import ticks
from search.engines.base import Query, Results
from search.engines.current import ELASTIC, current_engine
from search.engines.elastic import current
from search.engines.elastic.client import client
from search.engines.elastic.indices import live_indices
from search.models import Entry, Removal
from search.sync import shipping
from search.sync.comparing import compare
from search.sync.shipping import ship
from search.sync.tasks import ship_entries
from tests.factories import pages
from tests.services import missing

pytestmark = [
    pytest.mark.deep,
    pytest.mark.sqlite_only,
    pytest.mark.django_db(transaction=True),
]

NIGHTJAR = Query((("nightjar",),), limit=200)
LONGEST_ANSWER, CONVERGED_AFTER = 2.0, 60.0
TICK = 60.0


@contextlib.contextmanager
def nodes(number: int, settings: Settings) -> Iterator[list[Node]]:
    """The hub asks these nodes and no others."""
    try:
        with cluster(number) as members:
            settings.SEARCH_ENGINE = ELASTIC
            settings.ELASTICSEARCH_URLS = [node.url for node in members]
            settings.ELASTICSEARCH_INDEX = f"test-{uuid.uuid4().hex}"
            forget_connections()
            yield members
    except Unavailable as error:
        missing("Elasticsearch", str(error))
    finally:
        forget_connections()


def forget_connections() -> None:
    client.cache_clear()
    for breaker in (current.breaker, shipping.breaker):
        breaker.close()


class Worker:
    """Runs what is due as db_worker does, and a tick every minute."""

    def __init__(self) -> None:
        self.next_tick = time.monotonic()

    def work(self) -> None:
        if time.monotonic() >= self.next_tick:
            self.next_tick += TICK
            ticks.ship()
        due = DBTaskResult.objects.ready().filter(task_path=ship_entries.module_path)
        for queued in list(due):
            queued.delete()
            ship_entries.func()


def asked() -> tuple[Results, float]:
    started = time.monotonic()
    results = current_engine().search(NIGHTJAR, ANONYMOUS)
    return results, time.monotonic() - started


def told() -> bool:
    return not Entry.objects.unsynced().exists() and not Removal.objects.exists()


def signal_all(node: Node, how: signal.Signals) -> None:
    assert node.process is not None
    os.killpg(node.process.pid, how)


def test_an_index_converges_within_a_minute_of_its_node_s_return(settings: Settings) -> None:
    with nodes(1, settings) as (node,):
        kept = [pages.guidance(title=f"Nightjar {n}") for n in range(20)]
        ship()
        worker = Worker()
        signal_all(node, signal.SIGSTOP)
        end = time.monotonic() + 75
        while time.monotonic() < end:
            page = kept[int(time.monotonic()) % len(kept)]
            page.summary = str(time.monotonic())
            page.save_revision().publish()
            worker.work()
            results, seconds = asked()
            assert (len(results.hits), results.reserve) == (20, True)
            assert seconds < LONGEST_ANSWER
            time.sleep(0.5)
        kept.pop().delete()
        assert not told()
        signal_all(node, signal.SIGCONT)
        returned = time.monotonic()
        while not told() or asked()[0].reserve:
            assert time.monotonic() - returned < CONVERGED_AFTER
            worker.work()
            time.sleep(0.2)
        print(f"converged after {time.monotonic() - returned:.1f} s")  # noqa: T201 - a figure
        assert compare(live_indices(), repair=False) == []
        connection.close()


def test_of_three_nodes_one_is_killed(settings: Settings) -> None:
    with nodes(3, settings) as members:
        kept = [pages.guidance(title=f"Nightjar {n}") for n in range(20)]
        ship()
        client().cluster.health(wait_for_status="green", timeout="60s")
        holder = holder_of_primary(members)
        holder.kill()
        end, longest, worker = time.monotonic() + 40, 0.0, Worker()
        while time.monotonic() < end:
            kept[0].summary = str(time.monotonic())
            kept[0].save_revision().publish()
            worker.work()
            results, seconds = asked()
            assert len(results.hits) == 20
            longest = max(longest, seconds)
            time.sleep(0.2)
        print(f"the longest answer took {longest:.2f} s")  # noqa: T201 - a figure
        assert longest < LONGEST_ANSWER
        end = time.monotonic() + CONVERGED_AFTER
        while not told() or asked()[0].reserve:
            assert time.monotonic() < end
            worker.work()
            time.sleep(0.2)
        assert compare(live_indices(), repair=False) == []
        connection.close()


def holder_of_primary(members: list[Node]) -> Node:
    """The node that writes go to, and that many searches ask."""
    with Elasticsearch([node.url for node in members]) as elastic:
        shards = elastic.cat.shards(index=f"{live_indices().prefix}-*", format="json").body
    primary = next(shard["node"] for shard in shards if shard["prirep"] == "p")
    return next(node for node in members if node.name == primary)
