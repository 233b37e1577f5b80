"""A new index beside the one that is read: nothing missing, doubled or empty at any moment."""

import random
import threading
import time
from typing import Any

import pytest
from django.conf import settings as live
from django.db import connection
from django.test import Client
from elasticsearch import Elasticsearch, TransportError
from pytest_django.fixtures import Settings

from hub.access.readers import ANONYMOUS
from search.engines.base import Query
from search.engines.elastic.client import client
from search.engines.elastic.documents import mapping_hash
from search.engines.elastic.engine import SECONDS, ElasticEngine
from search.engines.elastic.indices import WRITE, Indices
from search.models import Entry
from search.sync import rebuilding
from search.sync.comparing import compare
from search.sync.rebuilding import ABANDONED_AFTER, fill, rebuild_index
from search.sync.shipping import ship
from tests.factories import pages
from tests.search.stress.interrupting import Interruptions, interruptions

__all__ = ["interruptions"]

pytestmark = pytest.mark.sqlite_only

NIGHTJAR = Query((("nightjar",),), limit=200)
WRITES_A_SECOND = 20


@pytest.mark.django_db
def test_what_changes_while_it_is_built_is_in_it(indices: Indices) -> None:
    changed, gone = (pages.guidance(title=f"Nightjar {n}") for n in ("one", "two"))
    ship()
    name = indices.create()
    changed.title = "Heron"
    changed.save_revision().publish()
    gone.delete()
    added = pages.guidance(title="Nightjar three")
    ship()
    fill(f"{name}{WRITE}", "default")
    indices.swap(name)
    hits = ElasticEngine(indices, seconds=30).search(NIGHTJAR, ANONYMOUS).hits
    assert [hit.object_id for hit in hits] == [added.pk]
    assert compare(indices, repair=False) == []


@pytest.mark.django_db
def test_a_sweep_that_has_not_heard_of_the_new_index_marks_nothing(indices: Indices) -> None:
    pages.guidance(title="Nightjar")
    ship()
    before = indices.targets()
    name = indices.create()
    assert indices.targets() == sorted([*before, f"{name}{WRITE}"])


@pytest.mark.django_db
def test_the_old_index_goes(indices: Indices) -> None:
    pages.guidance(title="Nightjar")
    rebuild_index(indices)
    old = indices.read()
    rebuild_index(indices)
    assert list(indices.aliases()) == [indices.read()]
    assert indices.read() != old


@pytest.mark.django_db
def test_a_filled_index_is_as_safe_as_any_before_it_is_read(indices: Indices) -> None:
    name = indices.create()
    assert held(name, "refresh_interval") == "-1"
    assert held(name, "translog.durability") == "async"
    indices.swap(name)
    assert held(name, "refresh_interval") == "1s"
    assert held(name, "translog.durability") == "request"
    assert held(name, "auto_expand_replicas") == "0-1"


@pytest.mark.django_db
def test_what_was_sent_is_seen_and_on_disk_from_the_swap_on(indices: Indices) -> None:
    page = pages.guidance(title="Nightjar")
    ship()
    name = indices.create()
    fill(f"{name}{WRITE}", "default")
    indices.swap(name)
    hits = ElasticEngine(indices, seconds=30).search(NIGHTJAR, ANONYMOUS).hits
    assert [hit.object_id for hit in hits] == [page.pk]
    stats = client().indices.stats(index=name, level="shards")
    ((shard,),) = stats["indices"][name]["shards"].values()
    assert shard["commit"]["user_data"]["max_seq_no"] == str(shard["seq_no"]["max_seq_no"])


@pytest.mark.django_db
def test_one_index_is_read_after_every_request_of_a_swap(
    indices: Indices, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A search may come between any two of them."""
    pages.guidance(title="Nightjar")
    ship()
    name = indices.create()
    read: list[list[str]] = []
    transport = client().transport
    request = transport.perform_request
    with Elasticsearch(live.ELASTICSEARCH_URLS) as another, monkeypatch.context() as watched:

        def then_look(*args: Any, **kwargs: Any) -> Any:
            answer = request(*args, **kwargs)
            held = indices.aliases(another)
            read.append([index for index in held if indices.alias in held[index]])
            return answer

        watched.setattr(transport, "perform_request", then_look)
        old = indices.swap(name)
    assert [read[0], read[-1]] == [old, [name]]
    assert [len(found) for found in read] == [1] * len(read)


@pytest.mark.django_db
def test_the_old_index_stays_until_searches_that_began_before_are_over(indices: Indices) -> None:
    pages.guidance(title="Nightjar")
    ship()
    old, seen = indices.read(), []

    def watch() -> None:
        while old in (held := indices.aliases()):
            seen.append((time.monotonic(), indices.alias in held[old]))

    watching = threading.Thread(target=watch)
    watching.start()
    rebuild_index(indices)
    watching.join()
    unread = [at for at, is_read in seen if not is_read]
    assert unread
    assert unread[-1] - unread[0] > SECONDS


def held(name: str, setting: str) -> str:
    found = client().indices.get_settings(index=name, flat_settings=True)
    return str(found[name]["settings"][f"index.{setting}"])


@pytest.mark.django_db
def test_a_batch_that_could_not_be_sent_stops_the_building(
    indices: Indices, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that nobody reads an index that lacks it."""
    pages.guidance(title="Nightjar")
    rebuild_index(indices)
    before = indices.read()

    def away(actions: object) -> set[int]:
        raise TransportError("away")

    monkeypatch.setattr(rebuilding, "send", away)
    with pytest.raises(TransportError):
        rebuild_index(indices)
    assert indices.read() == before


@pytest.mark.django_db
def test_what_the_new_index_refused_is_told_by_the_next_sweep(
    indices: Indices, interruptions: Interruptions
) -> None:
    """As a node whose disk is full refuses: some of it counted as told for the index before."""
    pages.guidance(title="Nightjar")
    ship()

    def refuse_from_now_on() -> None:
        name = max(indices.aliases())
        client().indices.put_settings(index=name, settings={"blocks.write": True})

    with interruptions.after(1, refuse_from_now_on):
        rebuild_index(indices)
    client().indices.put_settings(index=indices.read(), settings={"blocks.write": None})
    ship()
    assert compare(indices, repair=False) == []
    assert interruptions.spent == 1


@pytest.mark.django_db
def test_a_node_that_refuses_everything_gets_no_empty_index_read(
    indices: Indices, interruptions: Interruptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = pages.guidance(title="Nightjar")
    ship()
    before = indices.read()
    monkeypatch.setattr(rebuilding, "MOST_REFUSED", 0)

    def refuse_from_now_on() -> None:
        name = max(indices.aliases())
        client().indices.put_settings(index=name, settings={"blocks.write": True})

    with interruptions.after(1, refuse_from_now_on), pytest.raises(TransportError):
        rebuild_index(indices)
    assert indices.read() == before
    hits = ElasticEngine(indices, seconds=30).search(NIGHTJAR, ANONYMOUS).hits
    assert [hit.object_id for hit in hits] == [page.pk]


@pytest.mark.django_db
def test_what_a_dead_process_left_behind_goes(indices: Indices) -> None:
    pages.guidance(title="Nightjar")
    ship()
    left = indices.create()
    assert indices.abandoned(older_than=3600) == []
    assert indices.abandoned(older_than=0) == [left]


@pytest.mark.django_db
def test_a_rebuild_deletes_what_was_left_behind_and_nothing_that_another_fills(
    indices: Indices,
) -> None:
    begun = time.time_ns() - int(1.1 * ABANDONED_AFTER * 1e9)
    left = f"{indices.prefix}-{mapping_hash()}-{begun}"
    client().indices.create(index=left, aliases={f"{left}{WRITE}": {}})
    filled = indices.create()
    rebuild_index(indices)
    assert sorted(indices.aliases()) == sorted([filled, str(indices.read())])


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("swaps", [3, pytest.param(20, marks=pytest.mark.deep)])
def test_swaps_while_people_write(swaps: int, indices: Indices, settings: Settings) -> None:
    """With twenty writes a second, a sweeper and a reader beside them."""
    settings.HUB_RATE_LIMITS = dict.fromkeys(live.HUB_RATE_LIMITS, "1000000/s/ip")
    kept = {pages.guidance(title=f"Nightjar {n}").pk for n in range(12)}
    ship()
    over, complaints = threading.Event(), []

    def alongside(work) -> threading.Thread:
        def run() -> None:
            try:
                while not over.is_set():
                    work()
            except Exception as error:
                complaints.append(error)
                raise
            finally:
                connection.close()

        thread = threading.Thread(target=run)
        thread.start()
        return thread

    written: list[float] = []

    def write() -> None:
        entry = random.choice(Entry.objects.filter(kind="guidance", object_id__in=kept))
        Entry.objects.filter(pk=entry.pk).update(version=entry.version + 1)
        written.append(time.monotonic())
        due = written[0] + len(written) / WRITES_A_SECOND
        time.sleep(max(0, due - time.monotonic()))

    def read() -> None:
        results = ElasticEngine(indices, seconds=30).search(NIGHTJAR, ANONYMOUS)
        found = [hit.object_id for hit in results.hits]
        assert sorted(found) == sorted(kept)
        assert sum(results.groups.values()) == len(kept)
        page = Client().get("/search/?q=nightjar")
        assert page.status_code == 200
        assert f"{len(kept)} results for" in page.content.decode()

    threads = [alongside(write), alongside(read), alongside(lambda: ship(indices))]
    try:
        for _ in range(swaps):
            rebuild_index(indices)
    finally:
        over.set()
        for thread in threads:
            thread.join()
    assert complaints == []
    if swaps >= 20:
        assert len(written) / (written[-1] - written[0]) > WRITES_A_SECOND - 1
    ship(indices)
    assert compare(indices, repair=False) == []
