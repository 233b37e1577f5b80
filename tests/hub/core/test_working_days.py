from datetime import UTC, date, datetime

import pytest

from hub.core.working_days import is_bank_holiday, working_day_after, working_days_since

THURSDAY_BEFORE_EASTER = date(2026, 4, 2)


@pytest.mark.parametrize(
    ("day", "number", "expected"),
    [
        (date(2026, 11, 25), 1, date(2026, 11, 26)),
        (date(2026, 11, 27), 1, date(2026, 11, 30)),
        (date(2026, 11, 28), 2, date(2026, 12, 1)),
        (THURSDAY_BEFORE_EASTER, 1, date(2026, 4, 7)),
        (date(2026, 12, 24), 1, date(2026, 12, 29)),
    ],
)
def test_weekends_and_bank_holidays_are_left_out(day: date, number: int, expected: date) -> None:
    assert working_day_after(day, number) == expected


@pytest.mark.parametrize(
    ("since", "now", "expected"),
    [
        (datetime(2026, 11, 25, 9, tzinfo=UTC), datetime(2026, 11, 25, 17, tzinfo=UTC), 0),
        (datetime(2026, 11, 25, 23, tzinfo=UTC), datetime(2026, 11, 26, 1, tzinfo=UTC), 1),
        (datetime(2026, 11, 27, 9, tzinfo=UTC), datetime(2026, 11, 29, 9, tzinfo=UTC), 0),
        (datetime(2026, 11, 27, 9, tzinfo=UTC), datetime(2026, 12, 1, 9, tzinfo=UTC), 2),
        # Just before midnight in summer is the next day in London already.
        (datetime(2026, 7, 1, 23, 30, tzinfo=UTC), datetime(2026, 7, 2, 9, tzinfo=UTC), 0),
    ],
)
def test_days_begin_at_midnight_in_london(since: datetime, now: datetime, expected: int) -> None:
    assert working_days_since(since, now) == expected


def test_a_moment_to_come_is_no_day_ago() -> None:
    later = datetime(2026, 11, 28, tzinfo=UTC)
    assert working_days_since(later, datetime(2026, 11, 26, tzinfo=UTC)) == 0


@pytest.mark.parametrize(
    ("day", "is_one"),
    [
        (date(2026, 4, 6), True),
        (date(2026, 12, 28), True),  # for Boxing Day, a Saturday
        (date(2026, 11, 30), False),  # St Andrew's, in Scotland alone
        (date(2026, 11, 28), False),  # a Saturday
    ],
)
def test_bank_holidays_are_those_of_england(day: date, is_one: bool) -> None:
    assert is_bank_holiday(day) is is_one
