"""Reminders go to each place in line once; whoever submitted hears how it ended."""

import pytest

from hub.access.enums import Role
from hub.approval.telling import remind_of_approvals
from hub.notices.models import Notice
from hub.users.models import User
from tests.factories.approval import decide, draft, sent, staff
from tests.factories.upkeep import day
from tests.hub.approval.test_line import due

pytestmark = pytest.mark.django_db


def told() -> list[int]:
    return list(Notice.objects.order_by("pk").values_list("person_id", flat=True))


@pytest.fixture
def reviewer() -> User:
    return staff(Role.REVIEWER)


def test_nobody_is_reminded_before_the_day(reviewer: User) -> None:
    sent(draft(), staff(Role.AUTHOR), due_on=day(1))
    remind_of_approvals()
    assert told() == []


def test_on_the_day_the_role_is_reminded_once(reviewer: User) -> None:
    sent(draft(), staff(Role.AUTHOR), due_on=day(0))
    remind_of_approvals()
    remind_of_approvals()
    assert told() == [reviewer.pk]


def test_later_the_deputies_are(reviewer: User) -> None:
    deputy = staff(Role.ADMINISTRATOR)
    sent(draft(), staff(Role.AUTHOR), due_on=due(1))
    remind_of_approvals()
    assert told() == [deputy.pk]


def test_of_what_is_decided_nobody_is(reviewer: User) -> None:
    state = sent(draft(), staff(Role.AUTHOR), due_on=day(0))
    decide(state, reviewer, "approve")
    remind_of_approvals()
    assert told() == []


def test_a_reminder_names_no_page(reviewer: User) -> None:
    sent(draft(title="Quietly", slug="quietly"), staff(Role.AUTHOR), due_on=day(0))
    remind_of_approvals()
    notice = Notice.objects.get()
    assert "quietly" not in f"{notice.text} {notice.detail} {notice.url}".lower()


def test_whoever_submitted_hears_that_somebody_else_published_it(reviewer: User) -> None:
    page, author = draft(), staff(Role.AUTHOR)
    sent(page, author)
    page.get_latest_revision().publish(user=reviewer)
    assert told() == [author.pk]


def test_whoever_takes_their_own_back_hears_nothing() -> None:
    page, author = draft(), staff(Role.AUTHOR)
    sent(page, author)
    page.current_workflow_state.cancel(user=author)
    assert told() == []
