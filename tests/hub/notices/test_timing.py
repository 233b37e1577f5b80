"""Quiet hours and round-ups by the clock in London, over both clock changes of 2026 too."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from hypothesis import assume, given
from hypothesis import strategies as st

from hub.notices.timing import QuietHours, next_round_up

hours = st.integers(0, 23)
moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))
NIGHT = QuietHours(22, 7)


def at(text: str) -> datetime:
    """A moment by Coordinated Universal Time."""
    return datetime.fromisoformat(f"{text}+00:00")


@pytest.mark.parametrize(
    ("moment", "end"),
    [
        ("2026-02-03 23:30", "2026-02-04 07:00"),  # winter
        ("2026-07-03 21:30", "2026-07-04 06:00"),  # 22:30 in summer time
        ("2026-03-28 23:00", "2026-03-29 06:00"),  # the night that loses an hour
        ("2026-10-24 22:00", "2026-10-25 07:00"),  # the night that gains one
        ("2026-10-25 01:30", "2026-10-25 07:00"),  # the hour that comes twice
    ],
)
def test_quiet_hours_end_by_the_clock_in_london(moment: str, end: str) -> None:
    assert NIGHT.over(at(moment)) == at(end)


@pytest.mark.parametrize("moment", ["2026-02-03 21:59", "2026-07-03 20:59", "2026-07-04 06:00"])
def test_outside_quiet_hours_nothing_waits(moment: str) -> None:
    assert NIGHT.over(at(moment)) == at(moment)


def test_quiet_hours_within_a_day_leave_the_night_alone() -> None:
    lunch = QuietHours(12, 14)
    assert lunch.over(at("2026-02-03 13:59")) == at("2026-02-03 14:00")
    assert not lunch.holds(at("2026-02-03 02:00"))


def test_an_end_that_summer_time_skips_is_the_hour_after() -> None:
    assert QuietHours(23, 1).over(at("2026-03-29 00:30")) == at("2026-03-29 01:00")


@given(hours, hours, moments)
def test_after_quiet_hours_it_is_not_quiet_and_never_earlier(
    start: int, end: int, moment: datetime
) -> None:
    assume(start != end)
    quiet = QuietHours(start, end)
    over = quiet.over(moment)
    assert moment <= over < moment + timedelta(hours=25)
    assert not quiet.holds(over)


@pytest.mark.parametrize(
    ("moment", "weekday", "due"),
    [
        ("2026-11-26 14:00", 0, "2026-11-30 08:00"),  # a Thursday, until Monday
        ("2026-11-30 07:59", 0, "2026-11-30 08:00"),
        ("2026-11-30 08:00", 0, "2026-12-07 08:00"),
        ("2026-11-26 14:00", None, "2026-11-27 08:00"),
        ("2026-11-26 07:00", None, "2026-11-26 08:00"),
        ("2026-03-28 12:00", None, "2026-03-29 07:00"),  # summer time began overnight
        ("2026-10-24 12:00", 6, "2026-10-25 08:00"),  # and ended
    ],
)
def test_the_next_round_up(moment: str, weekday: int | None, due: str) -> None:
    assert next_round_up(at(moment), weekday) == at(due)


@given(moments, hours.filter(lambda n: n < 7))
def test_a_round_up_comes_once_a_week_at_eight(moment: datetime, weekday: int) -> None:
    first = next_round_up(moment, weekday)
    second = timezone.localtime(next_round_up(first, weekday))
    assert (second.weekday(), second.hour, second.minute) == (weekday, 8, 0)
    assert second.date() == timezone.localtime(first).date() + timedelta(days=7)
