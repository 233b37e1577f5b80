"""A new index beside the one that is read: nothing missing, doubled or empty at any moment."""

import random
import threading
import time

import pytest
from django.conf import settings as live
from django.db import connection
from django.test import Client
from elasticsearch import TransportError
from pytest_django.fixtures import Settings

from hub.access.readers import ANONYMOUS
from search.engines.base import Query
from search.engines.elastic.client import client
from search.engines.elastic.engine import ElasticEngine
from search.engines.elastic.indices import WRITE, Indices
from search.models import Entry
from search.sync import rebuilding
from search.sync.comparing import compare
from search.sync.rebuilding import fill, rebuild_index
from search.sync.shipping import ship
from tests.factories import pages

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
def test_what_a_dead_process_left_behind_goes(indices: Indices) -> None:
    pages.guidance(title="Nightjar")
    ship()
    left = indices.create()
    assert indices.abandoned(older_than=3600) == []
    assert indices.abandoned(older_than=0) == [left]


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
        assert sum(group.number for group in results.groups) == len(kept)
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
