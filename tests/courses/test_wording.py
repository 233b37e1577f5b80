"""Small words that many screens share."""

from decimal import Decimal

import pytest

from courses.durations import duration
from courses.wording import revisit_words, score_words, validity_words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, ""), (1, "1 minute"), (45, "45 minutes"), (60, "1 hour"), (150, "2 hours 30 minutes")],
)
def test_a_duration_reads_in_hours_and_minutes(minutes: int, words: str) -> None:
    assert duration(minutes) == words


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (None, "Doesn't run out"),
        (12, "Lasts 1 year"),
        (24, "Lasts 2 years"),
        (18, "Lasts 18 months"),
    ],
)
def test_validity_reads_in_years_where_it_can(months: int | None, words: str) -> None:
    assert validity_words(months) == words


@pytest.mark.parametrize(
    ("score", "words"), [("6", "6 of 10"), ("6.50", "6.5 of 10"), ("0", "0 of 10")]
)
def test_a_score_shows_parts_only_where_there_are_some(score: str, words: str) -> None:
    assert score_words(Decimal(score), 10) == words


@pytest.mark.parametrize(
    ("lessons", "words"),
    [
        (0, ""),
        (1, "One short lesson covers what you missed."),
        (2, "Two short lessons cover what you missed."),
        (12, "12 short lessons cover what you missed."),
    ],
)
def test_what_to_read_again_is_counted_in_words(lessons: int, words: str) -> None:
    assert revisit_words(["lesson"] * lessons) == words
