"""Somebody read a page again: readers see today's day, and no text is published by it."""

import pytest
from wagtail.models import Revision

from hub.access.models import AuditRecord
from hub.core.dates import add_months
from hub.guidance.models import GuidancePage
from hub.upkeep.models import Affected, Review
from hub.upkeep.services import confirm_page
from hub.users.models import User
from tests.factories import pages
from tests.factories.upkeep import author, change, day, publish, resting_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper() -> User:
    return author(name="Ana")


@pytest.fixture
def guide() -> GuidancePage:
    page = pages.guidance(title="Cuckooing", summary="As it was", review_on=day(-3))
    return publish(page)


def stored(page: GuidancePage) -> GuidancePage:
    return GuidancePage.objects.get(pk=page.pk)


def test_it_was_reviewed_today_and_is_due_when_its_kind_says(
    guide: GuidancePage, keeper: User
) -> None:
    confirm_page(page=guide, by=keeper)
    assert stored(guide).reviewed_on == day(0)
    assert stored(guide).review_on == add_months(day(0), 12)


def test_an_overdue_page_says_so_no_longer(guide: GuidancePage, keeper: User) -> None:
    assert guide.banner() is not None
    confirm_page(page=guide, by=keeper)
    assert stored(guide).banner() is None


def test_a_practice_example_is_due_after_two_years(keeper: User) -> None:
    page = confirm_page(page=publish(pages.practice()), by=keeper)
    assert page.review_on == add_months(day(0), 24)


def test_a_policy_note_is_due_after_half_a_year(keeper: User) -> None:
    page = confirm_page(page=publish(pages.policy()), by=keeper)
    assert page.review_on == add_months(day(0), 6)


def test_who_confirmed_with_which_note_is_kept(guide: GuidancePage, keeper: User) -> None:
    confirm_page(page=guide, by=keeper, note="Checked against the act")
    review = Review.objects.get()
    assert (review.page_id, review.person, review.note) == (
        guide.pk,
        keeper,
        "Checked against the act",
    )
    assert AuditRecord.objects.filter(action="upkeep.still_right").count() == 1


def test_a_draft_stays_a_draft_and_has_the_new_days(guide: GuidancePage, keeper: User) -> None:
    guide.summary = "As it will be"
    guide.save_revision()
    confirm_page(page=stored(guide), by=keeper)
    page = stored(guide)
    assert (page.summary, page.reviewed_on) == ("As it was", day(0))
    draft = page.get_latest_revision_as_object()
    assert (draft.summary, draft.reviewed_on) == ("As it will be", day(0))


def test_the_readers_version_is_not_one_that_waits_for_approval(
    guide: GuidancePage, keeper: User
) -> None:
    guide.summary = "As it will be"
    guide.save_revision(user=keeper)
    page = stored(guide)
    page.get_workflow().start(page, keeper)
    confirm_page(page=stored(guide), by=keeper)
    sent = stored(guide).current_workflow_state.current_task_state.revision.as_object()
    assert (stored(guide).summary, sent.summary, sent.reviewed_on) == (
        "As it was",
        "As it will be",
        day(0),
    )


def test_it_makes_a_version_so_that_an_open_editor_notices(
    guide: GuidancePage, keeper: User
) -> None:
    before = Revision.objects.for_instance(guide).count()
    confirm_page(page=guide, by=keeper)
    assert Revision.objects.for_instance(guide).count() == before + 1


def test_it_closes_what_the_page_had_to_follow(keeper: User) -> None:
    act = publish(pages.act())
    guide = resting_on(act)
    change(act)
    assert stored(guide).changed_below_on == day(0)
    confirm_page(page=stored(guide), by=keeper)
    row = Affected.objects.get(page=guide.pk)
    assert row.closed_at is not None
    assert row.closed_by == keeper
    assert stored(guide).changed_below_on is None


def test_a_second_press_is_no_second_review(guide: GuidancePage, keeper: User) -> None:
    once = confirm_page(page=guide, by=keeper, note="Checked")
    confirm_page(page=once, by=keeper, note="Checked")
    assert Review.objects.count() == 1


def test_a_warning_that_nothing_explains_goes(guide: GuidancePage, keeper: User) -> None:
    GuidancePage.objects.filter(pk=guide.pk).update(changed_below_on=day(-3))
    confirm_page(page=stored(guide), by=keeper)
    assert stored(guide).changed_below_on is None
