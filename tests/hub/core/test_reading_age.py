"""How old a reader should be for a text."""

import pytest

from hub.core.reading_age import reading_age, syllables

PLAIN = "The boy took the bag to the flat. He did not want to go. "
HARD = "Multidisciplinary organisations demonstrate considerable institutional heterogeneity. "


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("child", 1),
        ("used", 1),
        ("asked", 1),
        ("makes", 1),
        ("ŵyl", 1),
        ("wanted", 2),
        ("table", 2),
        ("services", 3),
        ("evidence", 3),
        ("safeguarding", 4),
        ("statutory", 4),
    ],
)
def test_syllables_are_counted_as_they_are_spoken(word: str, number: int) -> None:
    assert syllables(word) == number


def test_plain_words_are_for_the_young_and_long_ones_for_nobody() -> None:
    assert reading_age(PLAIN * 10) < 8
    assert reading_age(HARD * 20) > 20


def test_longer_sentences_ask_for_older_readers() -> None:
    joined = PLAIN.replace(". ", " and ")
    assert reading_age(f"{joined * 10}.") > reading_age(PLAIN * 10)


def test_a_short_text_has_no_age() -> None:
    assert reading_age("Ring 999.") is None
