"""An index of its own, a real node: what the rows say is there, once and in its last version."""

import time

import pytest
from django.test import override_settings
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django.fixtures import Settings

from hub.access.readers import ANONYMOUS
from search import ticks
from search.engines.base import Query
from search.engines.elastic import writing
from search.engines.elastic.client import client
from search.engines.elastic.engine import ElasticEngine
from search.engines.elastic.indices import Indices
from search.engines.elastic.writing import action, send, show
from search.models import Entry, EntrySection, Removal
from search.sync import shipping
from search.sync.shipping import ship
from search.sync.tasks import ship_entries
from tests.factories import pages

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_only]

NIGHTJAR = Query((("nightjar",),))
NOBODY = "http://127.0.0.1:9"


def found(indices: Indices) -> list[int]:
    engine = ElasticEngine(indices, seconds=30)
    return [hit.object_id for hit in engine.search(NIGHTJAR, ANONYMOUS).hits]


def counted(indices: Indices) -> int:
    engine = ElasticEngine(indices, seconds=30)
    return sum(engine.search(NIGHTJAR, ANONYMOUS).groups.values())


def test_the_first_sweep_builds_the_index(indices: Indices) -> None:
    page = pages.guidance(title="Nightjar")
    ship()
    assert found(indices) == [page.pk]
    assert not Entry.objects.unsynced().exists()


def test_a_change_is_shipped(indices: Indices) -> None:
    page = pages.guidance(title="Heron")
    ship()
    page.title = "Nightjar"
    page.save_revision().publish()
    assert found(indices) == []
    assert ship().entries == 1
    assert found(indices) == [page.pk]


def test_what_is_gone_here_goes_there(indices: Indices) -> None:
    page = pages.guidance(title="Nightjar")
    ship()
    page.delete()
    assert (found(indices), counted(indices)) == ([], 0)
    assert ship().removals == 1
    assert not Removal.objects.exists()
    assert client().count(index=indices.alias, q="words:nightjar")["count"] == 0


def test_a_second_sweep_has_nothing_to_tell(indices: Indices) -> None:
    pages.guidance(title="Nightjar")
    ship()
    assert ship() == shipping.Shipped()


def test_a_late_copy_of_an_earlier_version_loses(indices: Indices) -> None:
    page = pages.guidance(title="Nightjar")
    ship()
    entry = Entry.objects.get(object_id=page.pk, kind="guidance")
    (target,) = indices.targets()
    source = {"entry_id": entry.pk, "words": "Heron", "rule": str(entry.rule_id)}
    late = {**action("index", target, entry.pk, entry.version), "_source": source}
    assert send([late]) == set()
    show([target])
    assert found(indices) == [page.pk]


def test_a_late_copy_of_what_is_gone_does_not_bring_it_back(indices: Indices) -> None:
    page = pages.guidance(title="Nightjar")
    ship()
    entry = Entry.objects.get(object_id=page.pk, kind="guidance")
    page.delete()
    ship()
    (target,) = indices.targets()
    source = {"entry_id": entry.pk, "words": "Nightjar", "rule": str(entry.rule_id)}
    send([{**action("index", target, entry.pk, entry.version), "_source": source}])
    show([target])
    assert client().count(index=indices.alias, q="words:nightjar")["count"] == 0


def test_many_requests_bring_everything_and_tell_what_was_refused(
    indices: Indices, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "MOST_ACTIONS", 1)
    made = [pages.guidance(title=f"Nightjar {number}") for number in range(6)]
    ship()
    assert sorted(found(indices)) == [page.pk for page in made]
    (target,) = indices.targets()
    wrong = {"no such field": 1}
    refused = [{**action("index", target, pk, 99), "_source": wrong} for pk in range(900, 906)]
    assert send(refused) == set(range(900, 906))


def test_an_index_that_somebody_deleted_is_not_made_without_its_mapping(indices: Indices) -> None:
    pages.guidance(title="Nightjar")
    ship()
    (target,) = indices.targets()
    indices.delete_all()
    assert send([{**action("index", target, 1, 1), "_source": {"entry_id": 1}}]) == {1}
    assert indices.aliases() == {}


def test_an_index_that_somebody_deleted_is_built_again(indices: Indices) -> None:
    page = pages.guidance(title="Nightjar")
    ship()
    indices.delete_all()
    ship()
    assert found(indices) == [page.pk]


class TestAccessNewerThanTheCopy:
    """A closed page is neither hit nor counted from the moment it is closed."""

    def test_a_page_that_closed(self, indices: Indices) -> None:
        page = pages.guidance(title="Nightjar")
        ship()
        pages.restrict(page)
        assert (found(indices), counted(indices)) == ([], 0)

    def test_a_page_that_ran_out(self, indices: Indices) -> None:
        page = pages.guidance(title="Nightjar")
        ship()
        page.expire_at = timezone.now()
        page.save()
        assert counted(indices) == 0

    def test_its_words_and_its_name(self, indices: Indices) -> None:
        page = pages.guidance(title="Nightjar")
        ship()
        pages.restrict(page)
        engine = ElasticEngine(indices, seconds=30)
        assert engine.holds(["nightjar"], ANONYMOUS) == frozenset()
        assert engine.complete(("night",), 5) == []

    def test_words_that_were_taken_out_are_in_no_passage(self, indices: Indices) -> None:
        pages.term(title="Bird", definition="The nightjar sleeps by day.")
        ship()
        engine = ElasticEngine(indices, seconds=30)
        (hit,) = engine.search(NIGHTJAR, ANONYMOUS).hits
        assert engine.snippets(NIGHTJAR, [hit.section_id])
        EntrySection.objects.filter(entry=hit.entry_id).update(text="Nothing.")
        assert engine.snippets(NIGHTJAR, [hit.section_id]) == {}


class TestTheQueue:
    def queued(self) -> int:
        waiting = DBTaskResult.objects.ready()
        return waiting.filter(task_path=ship_entries.module_path).count()

    def test_a_change_queues_the_sweep(self, indices: Indices) -> None:
        pages.guidance()
        assert self.queued() > 0

    def test_without_an_outside_engine_nothing_is_queued(self) -> None:
        pages.guidance()
        assert self.queued() == 0

    def test_an_engine_that_is_away_is_tried_again_later(self, indices: Indices) -> None:
        pages.guidance()
        DBTaskResult.objects.all().delete()
        indices.create()
        client.cache_clear()
        with override_settings(ELASTICSEARCH_URLS=[NOBODY]):
            ship_entries.func()
            ship_entries.func()
        client.cache_clear()
        (later,) = DBTaskResult.objects.filter(task_path=ship_entries.module_path)
        assert later.run_after > timezone.now()
        assert Entry.objects.unsynced().exists()

    def test_after_a_failure_the_engine_is_left_in_peace_for_a_while(
        self, indices: Indices
    ) -> None:
        """Whatever calls: an engine that hangs would hold up the mail each time."""
        pages.guidance()
        client.cache_clear()
        with override_settings(ELASTICSEARCH_URLS=[NOBODY]):
            ship_entries.func()
        client.cache_clear()
        ship_entries.func()
        assert Entry.objects.unsynced().exists()
        shipping.breaker.closed_again_at = time.monotonic() - 1
        ship_entries.func()
        assert not Entry.objects.unsynced().exists()
        pages.guidance()
        ship_entries.func()
        assert not Entry.objects.unsynced().exists()

    def test_the_tick_starts_it_where_something_was_left(self, indices: Indices) -> None:
        pages.guidance()
        DBTaskResult.objects.all().delete()
        ticks.ship()
        assert self.queued() == 1

    def test_once_the_database_answers_nothing_counts_as_shipped(
        self, indices: Indices, settings: Settings
    ) -> None:
        pages.guidance().delete()
        pages.guidance()
        ship()
        settings.SEARCH_ENGINE = "database"
        ticks.ship()
        assert Entry.objects.access_unsynced().exists()
        assert not Removal.objects.exists()
