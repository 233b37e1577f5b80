"""Whose turn it is: the role, its deputies once it's late, the administrators at last."""

import datetime

import pytest

from hub.access.enums import Role
from hub.approval.line import Line
from hub.core.working_days import working_day_after
from hub.users.models import User
from tests.factories.approval import cleared, draft, sensitive_draft, sent, staff
from tests.factories.upkeep import day

pytestmark = pytest.mark.django_db


def due(working_days_ago: int) -> datetime.date:
    """The last day that lies at least so many working days back."""
    found = day(0)
    while working_day_after(found, working_days_ago) > day(0):
        found -= datetime.timedelta(days=1)
    return found


def asked(due_on: datetime.date | None = None) -> list[User]:
    page = draft()
    return Line(sent(page, staff(Role.AUTHOR), due_on=due_on), page).asked()


def test_the_role_is_asked_first() -> None:
    reviewer = staff(Role.REVIEWER)
    staff(Role.ADMINISTRATOR)
    assert asked() == [reviewer]


def test_on_the_day_itself_it_is_still_their_turn() -> None:
    reviewer = staff(Role.REVIEWER)
    staff(Role.ADMINISTRATOR)
    assert asked(day(0)) == [reviewer]


def test_deputies_are_asked_when_it_is_overdue() -> None:
    staff(Role.REVIEWER)
    deputy = staff(Role.ADMINISTRATOR)
    assert asked(due(1)) == [deputy]


def test_whoever_left_is_passed_over() -> None:
    former = staff(Role.REVIEWER)
    former.is_active = False
    former.save()
    deputy = staff(Role.ADMINISTRATOR)
    assert asked() == [deputy]


def test_whoever_wrote_what_is_sensitive_isnt_asked() -> None:
    reviewer, other = cleared(Role.REVIEWER), cleared(Role.REVIEWER)
    page = sensitive_draft()
    assert Line(sent(page, reviewer), page).asked() == [other]


def test_whoever_may_not_read_the_page_isnt_asked() -> None:
    staff(Role.REVIEWER)
    reader = cleared(Role.REVIEWER)
    page = sensitive_draft()
    assert Line(sent(page, cleared(Role.AUTHOR)), page).asked() == [reader]


def test_where_nobody_may_decide_it_is_stuck() -> None:
    page = sensitive_draft()
    assert Line(sent(page, cleared(Role.REVIEWER)), page).is_stuck
