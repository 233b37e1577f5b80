"""Whatever is typed: no crash, places within the text, time in proportion, nothing hides."""

from time import process_time
from timeit import repeat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.core.personal_details import count_kinds, find_details

HOSTILE = (
    "a",
    "0",
    "07",
    "1 ",
    "a@",
    "@",
    "a.",
    "AA11",
    "Kai ",
    "Kai, 1",
    "born ",
    "dob ",
    "dob:",
    "the the ",
    "crime ref ",
    "crime/",
    "1/1/",
    "(",
    "+44(0)",
    "Road ",
    "1 Aa Road, ",
    "aged 14 ",
    " dot",
    "[at]",
    "\u200b",
    "1\u200d",
    "reg ",
    "A.B.",
    "who is ",
    "January ",
    "1 Heol y ",
    "NYP-12-",
    "11-1111",
    "1234567890",
    "Aa (14) he ",
    "at 1 aa ",
    "Ardale bus ",
    "girls, 14 and 15, ",
    "on 1/1",
    "Kai and Jo ",
    "Kai who was ",
    "kai, hes ",
    "Kai 14, ",
    "Kai is 14. ",
    "Kai since he was ",
    "log 1 of ",
    "ref 12 ",
    "QQ 12 ",
    "AB 12 ",
    "car ",
    "a @ ",
    "a -at- ",
    "at 14, ",
    "14 years old called ",
    "passport says ",
    "dob 1 May 2009 ",
)
PIECES = st.sampled_from(
    [*HOSTILE, "07700 900123", "AB12 CDE", "SE15 4AB", "\n", ". ", "٣", "７", "\ufeff", "’", "—"]
)
INVISIBLE = ("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u202e", "\ufe0f", "\0")
LONGEST_POST, VERY_LONG = 20_000, 100_000
SECONDS_FOR_A_LONG_TEXT = 3.0  # on a quiet computer a fifth of one


def seconds(piece: str, length: int) -> float:
    """Of this process, to read a text of so many characters that repeats a piece.

    The better of two tries, in which nothing collects the garbage of other tests.
    """
    text = (piece * length)[:length]
    return min(repeat(lambda: find_details(text), timer=process_time, number=1, repeat=2))


@given(st.text() | st.lists(PIECES).map("".join))
def test_no_text_makes_it_fail(text: str) -> None:
    found = find_details(text)
    assert all(0 <= part.start < part.end <= len(text) for part in found)


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_long_hostile_text_takes_time_in_proportion(piece: str) -> None:
    """A pattern that backtracks would take minutes."""
    assert seconds(piece, LONGEST_POST) < SECONDS_FOR_A_LONG_TEXT


def test_five_times_the_longest_post_of_all_that_is_hostile_is_read_in_proportion() -> None:
    every = "".join(HOSTILE)
    assert seconds(every, VERY_LONG) < 0.5 + 8 * seconds(every, LONGEST_POST)


@given(st.lists(PIECES, min_size=1, max_size=6).map("".join))
def test_four_times_the_text_takes_no_more_than_its_share(piece: str) -> None:
    assert seconds(piece, 8_000) < 0.3 + 12 * seconds(piece, 2_000)


@pytest.mark.parametrize("invisible", INVISIBLE)
def test_characters_that_nobody_sees_hide_nothing(invisible: str) -> None:
    hidden = invisible.join("07700 900123")
    assert count_kinds(find_details(f"Ring {hidden} now")) == {"telephone": 1}


@pytest.mark.parametrize(
    "digits", ["٠١٢٣٤٥٦٧٨٩", "０１２３４５６７８９", "०१२३४५६७८९", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗"]
)
def test_digits_of_other_scripts_are_digits(digits: str) -> None:
    number = "07700 900123".translate({ord(str(n)): digit for n, digit in enumerate(digits)})
    assert count_kinds(find_details(f"Ring {number} now")) == {"telephone": 1}


def test_a_quote_from_a_text_with_unseen_characters_is_the_whole_of_it() -> None:
    text = "Ring 077\u200b00 90\u00ad0123 now"
    assert [part.quote(text) for part in find_details(text)] == ["077\u200b00 90\u00ad0123"]


@pytest.mark.parametrize("dash", "-‐‑‒–—−")
def test_every_dash_parts_a_number(dash: str) -> None:
    assert count_kinds(find_details(f"07700{dash}900{dash}123")) == {"telephone": 1}
