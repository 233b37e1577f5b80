"""The sweep counts what could be mended: after a change, once a week, and never twice over."""

from datetime import timedelta

import pytest
from django.utils import timezone

from hub.guidance.models import GuidancePage
from hub.quality import ticks
from hub.quality.enums import FindingKind
from hub.quality.models import FindingCount, PageCheck
from hub.quality.sweeping import look_over
from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def seen() -> None:
    """The pages that every hub has."""
    while look_over():
        pass


def counts(page) -> dict[str, int]:
    return {
        kind: number for kind, number in PageCheck.objects.get(page=page).numbers.items() if number
    }


def page_with(text: str) -> GuidancePage:
    body = [("paragraph", f"<p>{text}</p>")]
    return pages.guidance(summary="What to do first.", body=body)


def test_it_counts_by_kind() -> None:
    page = page_with("Ask QXA and QXB.")
    assert look_over() == 1
    assert counts(page) == {FindingKind.TERMS: 2}
    assert PageCheck.objects.get(page=page).total == 2


def test_what_nobody_changed_is_not_read_again() -> None:
    page_with("Ask QXA.")
    look_over()
    assert look_over() == 0


def test_a_new_draft_takes_the_place_of_what_was_counted() -> None:
    page = page_with("Ask QXA and QXB.")
    look_over()
    page.body = [("paragraph", "<p>Ask the team.</p>")]
    page.save_revision()
    assert look_over() == 1
    assert counts(page) == {}
    assert not FindingCount.objects.filter(check_of=page.pk).exists()


def test_after_a_week_a_page_is_looked_over_again() -> None:
    page = page_with("Ask QXA.")
    look_over()
    pages.term("QXA")
    while look_over():
        pass
    assert counts(page) == {FindingKind.TERMS: 1}
    PageCheck.objects.filter(page=page).update(checked_at=timezone.now() - timedelta(days=8))
    assert look_over() == 1
    assert counts(page) == {}


def test_nothing_of_what_was_written_is_kept() -> None:
    page = page_with("As Kai, 14, told us: www.hub.example.")
    look_over()
    kept = [*PageCheck.objects.filter(page=page).values(), *FindingCount.objects.values()]
    assert "Kai" not in str(kept)


def test_a_page_that_goes_takes_its_numbers_along() -> None:
    page = page_with("Ask QXA.")
    look_over()
    page.delete()
    assert not FindingCount.objects.exists()


def test_the_tick_says_how_many() -> None:
    page_with("Ask QXA.")
    assert ticks.check_pages() == "1 pages looked over"
