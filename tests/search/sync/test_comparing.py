"""Rows and index compared; each difference is mended by the sweep that follows."""

import pytest

from search.engines.elastic.client import client
from search.engines.elastic.indices import Indices
from search.models import Entry, Removal
from search.sync.comparing import compare
from search.sync.shipping import ship
from tests.factories import pages

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_only]


@pytest.fixture
def entry(indices: Indices) -> Entry:
    page = pages.guidance(title="Nightjar")
    ship()
    assert compare(indices, repair=False) == []
    return Entry.objects.get(kind="guidance", object_id=page.pk)


def mended(indices: Indices) -> bool:
    compare(indices, repair=True)
    ship()
    return compare(indices, repair=False) == []


def test_what_the_index_lost(indices: Indices, entry: Entry) -> None:
    client().delete(index=indices.read(), id=str(entry.pk), refresh=True)
    assert compare(indices, repair=False) == [entry.pk]
    assert mended(indices)


def test_what_the_index_holds_of_nothing(indices: Indices, entry: Entry) -> None:
    Entry.objects.filter(pk=entry.pk).delete()
    assert not Removal.objects.exists()
    assert compare(indices, repair=False) == [entry.pk]
    assert mended(indices)


def test_a_rule_that_changed_behind_the_project_s_back(indices: Indices, entry: Entry) -> None:
    other = pages.guidance()
    pages.restrict(other)
    rule = Entry.objects.get(kind="guidance", object_id=other.pk).rule_id
    ship()
    Entry.objects.filter(pk=entry.pk).update(rule_id=rule)
    assert compare(indices, repair=False) == [entry.pk]
    assert mended(indices)


def test_rows_of_a_restored_database_win(indices: Indices, entry: Entry) -> None:
    Entry.objects.filter(pk=entry.pk).update(version=9)
    ship()
    Entry.objects.filter(pk=entry.pk).update(version=1, access_version=1, synced_version=1)
    assert compare(indices, repair=False) == [entry.pk]
    assert mended(indices)


def test_a_change_that_is_on_its_way_is_told_by_the_sweep(indices: Indices, entry: Entry) -> None:
    Entry.objects.filter(pk=entry.pk).update(version=2)
    assert mended(indices)
