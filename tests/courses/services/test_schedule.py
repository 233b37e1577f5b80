"""When a question comes next: what FSRS says of the answers, and nothing else."""

import datetime
from decimal import Decimal

import pytest
from fsrs import Card, Rating, Scheduler
from hypothesis import given
from hypothesis import strategies as st

from courses.services.schedule import due_after, rating_of

START = datetime.datetime(2026, 1, 5, 9, tzinfo=datetime.UTC)
MARKS = {Decimal(1): Rating.Good, Decimal("0.5"): Rating.Hard, Decimal(0): Rating.Again}
# Days between answers, and marks.
HISTORIES = st.lists(
    st.tuples(st.integers(0, 400), st.sampled_from(list(MARKS))), min_size=1, max_size=12
)


@given(HISTORIES)
def test_it_is_the_schedule_of_fsrs_for_the_same_answers(
    history: list[tuple[int, Decimal]],
) -> None:
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card, at, answers = Card(), START, []
    for days, marks in history:
        at += datetime.timedelta(days=days)
        card, _log = scheduler.review_card(card, MARKS[marks], at)
        answers.append((at, marks))
    assert due_after(answers) == card.due


@pytest.mark.parametrize(
    ("marks", "rating"),
    [("1", Rating.Good), ("0.9999", Rating.Hard), ("0.0001", Rating.Hard), ("0", Rating.Again)],
)
def test_right_partly_and_wrong_are_its_ratings(marks: str, rating: Rating) -> None:
    assert rating_of(Decimal(marks)) is rating


def test_what_is_right_comes_later_than_what_is_wrong() -> None:
    assert due_after([(START, Decimal(1))]) > due_after([(START, Decimal(0))])


def test_it_doesnt_matter_in_which_zone_a_time_is_told() -> None:
    summer = datetime.timezone(datetime.timedelta(hours=1))
    assert due_after([(START.astimezone(summer), Decimal(1))]) == due_after([(START, Decimal(1))])
