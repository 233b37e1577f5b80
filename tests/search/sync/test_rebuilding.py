"""A new index beside the one that is read: nothing missing, doubled or empty at any moment."""

import random
import threading
import time

import pytest
from django.db import connection

from hub.access.readers import ANONYMOUS
from search.engines.base import Query
from search.engines.elastic.engine import ElasticEngine
from search.engines.elastic.indices import WRITE, Indices
from search.models import Entry
from search.sync.comparing import compare
from search.sync.rebuilding import fill, rebuild_index
from search.sync.shipping import ship
from tests.factories import pages

pytestmark = pytest.mark.sqlite_only

NIGHTJAR = Query((("nightjar",),), limit=200)


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
def test_what_a_dead_process_left_behind_goes(indices: Indices) -> None:
    pages.guidance(title="Nightjar")
    ship()
    left = indices.create()
    assert indices.abandoned(older_than=3600) == []
    assert indices.abandoned(older_than=0) == [left]


@pytest.mark.django_db(transaction=True)
def test_swaps_while_people_write(indices: Indices) -> None:
    """Twenty in the deep suite; here some, with a writer, a sweeper and a reader beside them."""
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

    def write() -> None:
        entry = random.choice(Entry.objects.filter(kind="guidance", object_id__in=kept))
        Entry.objects.filter(pk=entry.pk).update(version=entry.version + 1)
        time.sleep(0.05)

    def read() -> None:
        results = ElasticEngine(indices, seconds=30).search(NIGHTJAR, ANONYMOUS)
        found = [hit.object_id for hit in results.hits]
        assert sorted(found) == sorted(kept)
        assert sum(group.number for group in results.groups) == len(kept)

    threads = [alongside(write), alongside(read), alongside(lambda: ship(indices))]
    try:
        for _ in range(3):
            rebuild_index(indices)
    finally:
        over.set()
        for thread in threads:
            thread.join()
    assert complaints == []
    ship(indices)
    assert compare(indices, repair=False) == []
