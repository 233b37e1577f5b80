import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Page

from hub.access.enums import Marking
from hub.access.models import AuditRecord, PageMarking
from hub.access.pages import marking_of_page
from hub.access.services import copy_markings, mark_page
from hub.guidance.models import GuidanceIndexPage
from tests.factories.pages import guidance, home_page, mark_sensitive

pytestmark = pytest.mark.django_db

SENSITIVE = Marking.OFFICIAL_SENSITIVE


def fresh(page: Page) -> Page:
    return Page.objects.get(pk=page.pk)


def test_marking_a_page_is_audited_by_ids_alone() -> None:
    page = guidance(title="Quietly")
    mark_page(page=page, level=SENSITIVE, by_id=7)
    record = AuditRecord.objects.get(action="marking.official-sensitive")
    assert (record.subject, record.person_id, record.reason) == (f"page {page.pk}", 7, "")


def test_the_same_marking_again_writes_nothing() -> None:
    page = guidance()
    mark_page(page=page, level=Marking.OFFICIAL, by_id=7)
    assert not PageMarking.objects.exists()
    assert not AuditRecord.objects.filter(action__startswith="marking.").exists()


def test_a_marking_can_be_lowered_again() -> None:
    page = guidance()
    mark_page(page=page, level=SENSITIVE, by_id=7)
    mark_page(page=page, level=Marking.OFFICIAL, by_id=7)
    assert PageMarking.objects.get().level == marking_of_page(page) == Marking.OFFICIAL


def test_a_page_is_never_marked_below_its_parent() -> None:
    page = guidance()
    mark_sensitive(page.get_parent())
    with pytest.raises(ValidationError):
        mark_page(page=page, level=Marking.OFFICIAL, by_id=7)


def test_a_page_that_moves_away_from_a_marked_one_keeps_the_marking() -> None:
    page = guidance()
    mark_sensitive(page.get_parent())
    fresh(page).move(home_page(), pos="last-child")
    assert marking_of_page(fresh(page)) == SENSITIVE


def test_a_page_that_moves_and_is_not_marked_stays_open() -> None:
    page = guidance()
    fresh(page).move(home_page(), pos="last-child")
    assert not PageMarking.objects.exists()


def test_a_copy_and_the_copies_below_it_are_marked_like_their_sources() -> None:
    page = guidance()
    child = page.add_child(instance=GuidanceIndexPage(title="Below", slug="below"))
    mark_sensitive(child)
    copy = fresh(page).copy(recursive=True, update_attrs={"slug": "copied"})
    copy_markings(source=fresh(page), copy=copy, by_id=7)
    assert marking_of_page(copy) == Marking.OFFICIAL
    assert marking_of_page(copy.get_children().get()) == SENSITIVE


def test_a_copy_of_what_is_marked_from_above_is_marked_itself() -> None:
    page = guidance()
    mark_sensitive(page.get_parent())
    copy = fresh(page).copy(to=home_page(), update_attrs={"slug": "copied"})
    copy_markings(source=fresh(page), copy=copy, by_id=7)
    assert marking_of_page(copy) == SENSITIVE
