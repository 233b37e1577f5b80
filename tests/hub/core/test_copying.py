import pytest

from hub.core.copying import copied_words

PRIVATE = "Our panel was asked whether the school may hold a copy of the plan for longer."


@pytest.mark.parametrize(
    "public",
    [
        PRIVATE,
        "Hello. our PANEL was asked, whether the school may hold it?",
        "A\nquestion: whether the school - may hold a copy of it",
    ],
)
def test_a_sentence_of_the_private_text_is_found(public: str) -> None:
    assert copied_words(public, [PRIVATE])


@pytest.mark.parametrize(
    "public",
    ["", "How long may a school keep a plan?", "May the school hold a copy, and for how long?"],
)
def test_what_is_written_anew_is_no_copy(public: str) -> None:
    assert copied_words(public, [PRIVATE]) == ""


def test_a_short_private_title_counts_as_a_whole() -> None:
    assert copied_words("May we keep the plan?", ["May we keep the plan?"])


def test_three_words_are_nobodys() -> None:
    assert copied_words("Thank you all", ["Thank you all"]) == ""
