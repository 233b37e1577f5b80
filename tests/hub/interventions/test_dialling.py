import pytest

from hub.interventions.templatetags.interventions import dialling, is_long


def test_spaces_are_not_dialled() -> None:
    assert dialling("0800 1111") == '<a href="tel:08001111">0800 1111</a>'


def test_two_numbers_are_never_dialled_as_one() -> None:
    assert dialling("999 or 101") == '<a href="tel:999">999</a> or <a href="tel:101">101</a>'


def test_words_stay_words_and_safe() -> None:
    assert dialling("local <team>") == "local &lt;team&gt;"


@pytest.mark.parametrize(
    ("text", "expected"), [("999 or 101", False), ("18000", False), ("116 000", True), ("", False)]
)
def test_only_numbers_that_can_change_need_checking(text: str, expected: bool) -> None:
    assert is_long(text) is expected
