from io import StringIO

import pytest
from django.core.management import call_command
from wagtail.models import Page, PageViewRestriction

from search.models import Entry, EntryText
from tests.factories import pages
from tests.search.sync.oracle import faults

pytestmark = pytest.mark.django_db


def run(command: str, *options: str) -> str:
    out = StringIO()
    call_command(command, *options, stdout=out)
    return out.getvalue()


def restrict_without_signal(page: Page) -> None:
    closed = PageViewRestriction(page=page.page_ptr, restriction_type=PageViewRestriction.LOGIN)
    PageViewRestriction.objects.bulk_create([closed])


def test_rows_that_agree_are_left_alone() -> None:
    pages.guidance()
    assert "0 differed" in run("search_reconcile")


def test_a_restriction_that_no_signal_told_of_is_repaired() -> None:
    restrict_without_signal(pages.guidance())
    assert faults()
    run("search_reconcile")
    assert faults() == []


def test_entries_of_things_that_are_gone_go() -> None:
    page = pages.guidance()
    Page.objects.filter(pk=page.pk).update(live=False)
    run("search_reconcile")
    assert not Entry.objects.filter(object_id=page.pk, kind="guidance").exists()


def test_entries_of_a_kind_that_nobody_declares_go() -> None:
    pages.guidance()
    Entry.objects.filter(kind="guidance").update(kind="forgotten")
    run("search_reconcile")
    assert not Entry.objects.filter(kind="forgotten").exists()
    assert faults() == []


def test_a_check_names_what_differs_and_mends_nothing() -> None:
    page = pages.guidance()
    EntryText.objects.filter(title=page.title).update(title="Wrong")
    out = StringIO()
    with pytest.raises(SystemExit):
        call_command("search_reconcile", "--check", stdout=out)
    assert f"guidance {page.pk}" in out.getvalue()
    assert EntryText.objects.filter(title="Wrong").exists()


def test_a_rebuild_makes_every_entry_again() -> None:
    pages.guidance()
    forgotten = set(Entry.objects.values_list("kind", "object_id"))
    Entry.objects.all().delete()
    run("search_rebuild")
    assert set(Entry.objects.values_list("kind", "object_id")) == forgotten
    assert faults() == []
