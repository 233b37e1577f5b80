"""The staffed hours: by the clock on the wall, in words, and never on a bank holiday."""

from datetime import UTC, datetime, time, timedelta

import pytest
import time_machine
from django.db import IntegrityError
from hypothesis import given
from hypothesis import strategies as st

from hub.forum.hours import (
    Week,
    hours_in_words,
    is_staffed,
    line_of,
    next_opening,
    reading_hours,
    week_of,
)
from hub.forum.models import StaffedHours

Rows = list[tuple[int, int, str, str]]
OFFICE: Rows = [(0, 4, "09:00", "17:00")]


def week(rows: Rows = OFFICE) -> Week:
    return week_of(row(*each) for each in rows)


def row(first: int, last: int, begins: str, ends: str) -> StaffedHours:
    return StaffedHours(
        first_day=first,
        last_day=last,
        begins=time.fromisoformat(begins),
        ends=time.fromisoformat(ends),
    )


def at(moment: str) -> datetime:
    """A moment of UTC, which is an hour behind London in summer."""
    return datetime.fromisoformat(moment).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "staffed"),
    [
        ("2026-11-25 08:59:59", False),
        ("2026-11-25 09:00", True),
        ("2026-11-25 16:59:59", True),
        ("2026-11-25 17:00", False),
        ("2026-11-28 12:00", False),  # a Saturday
    ],
)
def test_the_first_minute_counts_and_the_last_one_no_longer(moment: str, staffed: bool) -> None:
    assert is_staffed(week(), at(moment)) is staffed


@pytest.mark.parametrize(
    ("moment", "staffed"),
    [
        # Summer time ends on 25 October 2026, and began on 29 March.
        ("2026-10-23 08:00", True),
        ("2026-10-23 16:00", False),
        ("2026-10-26 08:00", False),
        ("2026-10-26 16:00", True),
        ("2026-03-27 08:30", False),
        ("2026-03-30 08:30", True),
    ],
)
def test_hours_are_those_of_the_wall_clock_in_summer_time_too(moment: str, staffed: bool) -> None:
    assert is_staffed(week(), at(moment)) is staffed


@pytest.mark.parametrize("day", ["2026-04-03", "2026-04-06", "2026-12-25", "2026-12-28"])
def test_nobody_reads_on_a_bank_holiday(day: str) -> None:
    assert not is_staffed(week(), at(f"{day} 12:00"))


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-11-25 08:00", "2026-11-25 09:00"),
        ("2026-11-25 09:00", "2026-11-26 09:00"),
        ("2026-11-27 18:00", "2026-11-30 09:00"),
        # Maundy Thursday to the Tuesday after Easter, which is in summer time.
        ("2026-04-02 17:00", "2026-04-07 08:00"),
        # The weekend in which summer time ends.
        ("2026-10-23 17:00", "2026-10-26 09:00"),
    ],
)
def test_the_next_hours_are_found_over_weekends_and_holidays(moment: str, expected: str) -> None:
    assert next_opening(week(), at(moment)) == at(expected)


def test_without_hours_nobody_reads_again() -> None:
    assert next_opening({}, at("2026-11-25 08:00")) is None


def test_midnight_as_the_end_is_that_of_the_day() -> None:
    evening = week([(4, 4, "18:00", "00:00")])
    assert is_staffed(evening, at("2026-11-27 23:59"))
    assert not is_staffed(evening, at("2026-11-28 00:00"))


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (OFFICE, "Monday to Friday, 9am to 5pm"),
        ([(5, 6, "10:30", "12:00")], "Saturday and Sunday, 10:30am to midday"),
        ([(0, 6, "00:00", "00:00")], "every day, all day"),
        ([(2, 2, "12:30", "00:00")], "Wednesday, 12:30pm to midnight"),
        (
            [(day, day, "09:00", "17:00") for day in (0, 2, 4)],
            "Monday, Wednesday and Friday, 9am to 5pm",
        ),
        ([(0, 4, "09:00", "12:00"), (0, 4, "12:00", "17:00")], "Monday to Friday, 9am to 5pm"),
        (
            [(0, 3, "09:00", "17:00"), (4, 4, "09:00", "12:00"), (4, 4, "13:00", "16:00")],
            "Monday to Thursday, 9am to 5pm; Friday, 9am to midday and 1pm to 4pm",
        ),
    ],
)
def test_hours_in_words(rows: Rows, words: str) -> None:
    assert hours_in_words(week(rows)) == words


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-11-25 10:00", "They are reading now."),
        ("2026-11-25 07:00", "begin again today at 9am."),
        ("2026-11-25 18:00", "begin again tomorrow at 9am."),
        ("2026-11-27 18:00", "begin again on Monday at 9am."),
    ],
)
def test_the_line_says_whether_somebody_reads_now_and_when_next(moment: str, words: str) -> None:
    said = line_of(week(), at(moment))
    assert said.startswith("Moderators read the forum Monday to Friday, 9am to 5pm")
    assert words in said


def test_what_is_a_week_away_is_named_with_its_date() -> None:
    """Easter Monday, on which hours of Mondays alone are left out."""
    said = line_of(week([(0, 0, "09:00", "17:00")]), at("2026-03-31 12:00"))
    assert "begin again on Monday 13 April at 9am." in said


@pytest.mark.django_db
def test_hours_of_the_database_are_told_now_and_none_where_none_are_set() -> None:
    assert reading_hours() == ""
    row(*OFFICE[0]).save()
    with time_machine.travel(at("2026-07-01 08:30"), tick=False):
        assert "They are reading now." in reading_hours()


@pytest.mark.django_db
@pytest.mark.parametrize("wrong", [(4, 0, "09:00", "17:00"), (0, 4, "17:00", "09:00")])
def test_the_database_refuses_hours_that_end_before_they_begin(
    wrong: tuple[int, int, str, str],
) -> None:
    with pytest.raises(IntegrityError):
        row(*wrong).save()


MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 1), timezones=st.just(UTC))
DAYS = st.integers(0, 6)
HOURS = st.sets(st.integers(2, 23), min_size=2, max_size=2).map(sorted)


@given(moment=MOMENTS, day=DAYS, hours=HOURS)
def test_hours_begin_when_the_next_opening_says_and_not_before(
    moment: datetime, day: int, hours: list[int]
) -> None:
    """Whatever the day: summer time, weekends and bank holidays included."""
    begins, ends = (f"{hour:02}:00" for hour in hours)
    found = week([(0, day, begins, ends)])
    opening = next_opening(found, moment)
    assert opening is not None
    assert opening > moment
    assert is_staffed(found, opening)
    assert not is_staffed(found, opening - timedelta(minutes=1))
