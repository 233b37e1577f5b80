import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.core.word_diff import MOST_WORDS, Piece, word_diff

TEXTS = st.text(st.sampled_from("ab .\n"), max_size=60)


def side(pieces: list[Piece], left_out: str) -> str:
    return "".join(piece.text for piece in pieces if piece.kind != left_out)


@given(before=TEXTS, after=TEXTS)
def test_the_pieces_give_both_texts_back(before: str, after: str) -> None:
    pieces = word_diff(before, after)
    assert side(pieces, "added") == before
    assert side(pieces, "removed") == after


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", []),
        ("Ring today.", "Ring today.", [("same", "Ring today.")]),
        (
            "Ring the school today.",
            "Ring the police today.",
            [
                ("same", "Ring the "),
                ("removed", "school"),
                ("added", "police"),
                ("same", " today."),
            ],
        ),
        ("Ring.", "Ring them.", [("same", "Ring"), ("added", " them"), ("same", ".")]),
        ("a a", "a", [("same", "a"), ("removed", " a")]),
    ],
)
def test_whole_words_change(before: str, after: str, expected: list[tuple[str, str]]) -> None:
    assert word_diff(before, after) == expected


def test_a_word_in_a_long_text_is_found_alone() -> None:
    long = "word " * MOST_WORDS
    pieces = word_diff(f"{long}one {long}", f"{long}two {long}")
    assert [piece.kind for piece in pieces] == ["same", "removed", "added", "same"]


def test_what_takes_too_long_is_shown_as_one_piece() -> None:
    numbers = [str(number % 90) for number in range(MOST_WORDS)]
    pieces = word_diff(" ".join(numbers), " ".join(reversed(numbers)))
    assert [piece.kind for piece in pieces if piece.kind != "same"] == ["removed", "added"]
