import pytest

from hub.core.one_line import without_turns


@pytest.mark.parametrize("mark", ["\u202e", "\u2067", "\u200f", "\u061c"])
def test_marks_that_turn_the_direction_go(mark: str) -> None:
    assert without_turns(f"Ada{mark} Hale") == "Ada Hale"


def test_letters_written_from_the_right_stay() -> None:
    assert without_turns("أماني Hale") == "أماني Hale"
