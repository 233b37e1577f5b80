"""Who decides at which step, and when it takes another person."""

import pytest
from django.core.exceptions import PermissionDenied
from wagtail.models import TaskState

from hub.access.enums import Role
from hub.approval.models import ApprovalState, ApprovalStep
from hub.core.working_days import working_day_after
from tests.factories import pages
from tests.factories.approval import (
    cleared,
    decide,
    draft,
    now_at,
    sensitive_draft,
    sent,
    staff,
)
from tests.factories.upkeep import day

pytestmark = pytest.mark.django_db


def is_live(page: object) -> bool:
    return type(page).objects.get(pk=page.pk).live


def test_a_step_is_due_so_many_working_days_later() -> None:
    state = sent(draft(), staff(Role.AUTHOR))
    assert state.due_on == working_day_after(day(0), 5)


def test_a_reviewer_who_may_publish_isnt_asked_twice() -> None:
    page = draft()
    decide(sent(page, staff(Role.AUTHOR)), staff(Role.REVIEWER), "approve")
    assert is_live(page)


def test_what_is_sensitive_waits_for_a_second_person() -> None:
    page = sensitive_draft()
    decide(sent(page, cleared(Role.AUTHOR)), cleared(Role.REVIEWER), "approve")
    assert not is_live(page)
    assert now_at(page).task.name == "Publication"


def test_the_same_person_doesnt_take_both_steps_of_what_is_sensitive() -> None:
    page, reviewer = sensitive_draft(), cleared(Role.REVIEWER)
    decide(sent(page, cleared(Role.AUTHOR)), reviewer, "approve")
    with pytest.raises(PermissionDenied):
        decide(now_at(page), reviewer, "approve")


def test_another_one_publishes_it() -> None:
    page = sensitive_draft()
    decide(sent(page, cleared(Role.AUTHOR)), cleared(Role.REVIEWER), "approve")
    decide(now_at(page), cleared(Role.ADMINISTRATOR), "approve")
    assert is_live(page)


def test_nobody_approves_what_they_wrote_where_it_is_sensitive() -> None:
    reviewer = cleared(Role.REVIEWER)
    with pytest.raises(PermissionDenied):
        decide(sent(sensitive_draft(), reviewer), reviewer, "approve")


def test_nor_what_they_wrote_some_of() -> None:
    page, reviewer = sensitive_draft(), cleared(Role.REVIEWER)
    page.save_revision(user=reviewer)
    with pytest.raises(PermissionDenied):
        decide(sent(page, cleared(Role.AUTHOR)), reviewer, "approve")


def test_what_readers_saw_already_doesnt_count() -> None:
    page, reviewer = sensitive_draft(), cleared(Role.REVIEWER)
    page.save_revision(user=reviewer).publish()
    page.refresh_from_db()
    decide(sent(page, cleared(Role.AUTHOR)), reviewer, "approve")
    assert now_at(page).task.name == "Publication"


def test_whoever_cant_read_a_page_doesnt_decide_about_it() -> None:
    state = sent(sensitive_draft(), cleared(Role.AUTHOR))
    with pytest.raises(PermissionDenied):
        decide(state, staff(Role.REVIEWER), "approve")


def test_an_author_doesnt_decide() -> None:
    state = sent(draft(), staff(Role.AUTHOR))
    with pytest.raises(PermissionDenied):
        decide(state, staff(Role.AUTHOR), "reject", "Shorter")


def test_a_deputy_decides_as_well() -> None:
    page = draft()
    decide(sent(page, staff(Role.AUTHOR)), staff(Role.ADMINISTRATOR), "approve")
    assert is_live(page)


def test_changes_are_asked_for_with_a_reason_only() -> None:
    state = sent(draft(), staff(Role.AUTHOR))
    with pytest.raises(PermissionDenied):
        decide(state, staff(Role.REVIEWER), "reject", "  ")


def test_the_second_of_two_who_decide_at_once_is_refused() -> None:
    state = sent(draft(), staff(Role.AUTHOR))
    stale = ApprovalState.objects.get(pk=state.pk)
    decide(state, staff(Role.REVIEWER), "reject", "Shorter")
    with pytest.raises(PermissionDenied):
        decide(stale, staff(Role.REVIEWER), "approve")


def test_what_was_sent_back_at_the_second_step_and_changed_begins_again() -> None:
    page, author = sensitive_draft(), cleared(Role.AUTHOR)
    decide(sent(page, author), cleared(Role.REVIEWER), "approve")
    decide(now_at(page), cleared(Role.ADMINISTRATOR), "reject", "Shorter")
    page.save_revision(user=author)
    page.current_workflow_state.resume(author)
    assert now_at(page).task.name == "Review"


def test_a_hub_can_ask_for_a_publisher_of_every_page() -> None:
    ApprovalStep.objects.get(name="Publication").deputies.clear()
    page = draft()
    decide(sent(page, staff(Role.AUTHOR)), staff(Role.REVIEWER), "approve")
    assert now_at(page).task.name == "Publication"


def test_a_deputy_is_shown_what_is_overdue_alone() -> None:
    sent(draft(title="Fresh"), staff(Role.AUTHOR))
    late = sent(draft(title="Late"), staff(Role.AUTHOR), due_on=day(-1))
    asked = TaskState.objects.reviewable_by(staff(Role.ADMINISTRATOR))
    assert [state.pk for state in asked] == [late.pk]


def test_a_page_closed_since_is_decided_by_those_who_read_it() -> None:
    page = draft()
    state = sent(page, staff(Role.AUTHOR))
    pages.restrict(page)
    decide(state, staff(Role.REVIEWER), "approve")
    assert is_live(page)
