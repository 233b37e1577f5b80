"""The commands where Elasticsearch answers searches."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import override_settings

from search.engines.elastic.client import client
from search.engines.elastic.indices import Indices
from search.models import Entry
from tests.factories import pages

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_only]


def run(name: str, *options: str) -> str:
    out = StringIO()
    call_command(name, *options, stdout=out)
    return out.getvalue()


def test_syncing_says_what_was_told(indices: Indices) -> None:
    pages.guidance()
    run("search_sync")
    page = pages.guidance()
    assert run("search_sync") == "1 entries and 0 removals told, 0 refused.\n"
    page.delete()
    assert run("search_sync") == "0 entries and 1 removals told, 0 refused.\n"


def test_rebuilding_says_how_many_the_index_holds(indices: Indices) -> None:
    pages.guidance()
    number = Entry.objects.count()
    assert f"{number} entries in the new index." in run("search_rebuild")


def test_reconciling_mends_the_index(indices: Indices) -> None:
    pages.guidance()
    run("search_rebuild")
    lost = Entry.objects.get(kind="guidance").pk
    client().delete(index=indices.read(), id=str(lost), refresh=True)
    with pytest.raises(SystemExit):
        run("search_reconcile", "--check")
    assert f"entry {lost}" in run("search_reconcile")
    assert "differed in 0" in run("search_reconcile", "--check")


def test_an_engine_that_is_away_is_said(indices: Indices) -> None:
    client.cache_clear()
    nobody = override_settings(ELASTICSEARCH_URLS=["http://127.0.0.1:9"])
    with nobody, pytest.raises(CommandError, match="The search engine is away"):
        run("search_sync")
    client.cache_clear()


def test_without_one_there_is_nobody_to_tell() -> None:
    assert "nobody to tell" in run("search_sync")
