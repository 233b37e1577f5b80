"""Scheduled publishing reaches search with the same tick."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from search.models import Entry
from tests.factories.pages import guidance

pytestmark = pytest.mark.django_db


def test_a_page_that_was_due_is_published_and_found_after_one_tick() -> None:
    page = guidance(summary="Waiting.", live=False)
    page.go_live_at = timezone.now() - timedelta(minutes=1)
    page.save_revision(approved_go_live_at=page.go_live_at)
    assert not Entry.objects.filter(kind="guidance", object_id=page.pk).exists()
    call_command("hub_tick")
    assert Entry.objects.filter(kind="guidance", object_id=page.pk).exists()


def test_a_page_that_ran_out_is_gone_from_search_after_one_tick() -> None:
    page = guidance(summary="Leaving.")
    page.expire_at = timezone.now() - timedelta(minutes=1)
    page.save()
    call_command("hub_tick")
    page.refresh_from_db()
    assert not page.live
    assert not Entry.objects.filter(kind="guidance", object_id=page.pk).exists()
