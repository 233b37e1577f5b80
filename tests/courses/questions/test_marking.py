"""Marking is exact: worked examples that a trainer can read, and what holds for every question."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.questions.choices import mixed
from courses.questions.registry import question_type, question_types

SINGLE, MULTIPLE, TRUE_FALSE = "single_choice", "multiple_choice", "true_false"


def data_of(kind: str, right: str, wrong: str) -> dict[str, Any]:
    """Options named by single letters, right ones first."""
    options = [{"text": text, "right": text in right} for text in right + wrong]
    return question_type(kind).data_from_editor({"options": options})


def ids(data: dict[str, Any], letters: str) -> list[str]:
    return sorted(option["id"] for option in data["options"] if option["text"] in letters)


@pytest.mark.parametrize(
    ("kind", "right", "wrong", "answer", "marks"),
    [
        (SINGLE, "A", "BC", "A", "1"),
        (SINGLE, "A", "BC", "B", "0"),
        (TRUE_FALSE, "A", "B", "A", "1"),
        (TRUE_FALSE, "A", "B", "B", "0"),
        (MULTIPLE, "AB", "CD", "AB", "1"),
        (MULTIPLE, "AB", "CD", "A", "1/2"),
        (MULTIPLE, "AB", "CD", "ABC", "1/2"),
        (MULTIPLE, "AB", "CD", "AC", "0"),
        (MULTIPLE, "AB", "CD", "CD", "0"),
        (MULTIPLE, "AB", "CD", "ABCD", "0"),
        (MULTIPLE, "ABC", "D", "AB", "2/3"),
        (MULTIPLE, "ABC", "D", "ABCD", "2/3"),
        (MULTIPLE, "A", "BC", "A", "1"),
    ],
)
def test_worked_example(kind: str, right: str, wrong: str, answer: str, marks: str) -> None:
    data = data_of(kind, right, wrong)
    assert question_type(kind).mark(data, ids(data, answer)) == Fraction(marks)


@pytest.mark.parametrize("kind", sorted(question_types()))
@pytest.mark.parametrize("answer", [None, [], "", {}, 0, ["unknown"], [None], [["a"]], "A", [1]])
def test_nonsense_earns_nothing(kind: str, answer: Any) -> None:
    assert question_type(kind).mark(data_of(kind, "A", "B"), answer) == 0


@pytest.mark.parametrize("kind", [SINGLE, TRUE_FALSE])
def test_two_answers_to_a_question_with_one_are_not_accepted(kind: str) -> None:
    data = data_of(kind, "A", "B")
    assert not question_type(kind).accepts(data, ids(data, "AB"))


def test_one_answer_given_twice_is_not_accepted() -> None:
    data = data_of(MULTIPLE, "AB", "C")
    assert not question_type(MULTIPLE).accepts(data, ids(data, "A") * 2)


letters = st.lists(st.sampled_from("ABCDEFGH"), unique=True, min_size=2, max_size=8)


@st.composite
def multiple_choices(draw: st.DrawFn) -> tuple[dict[str, Any], list[str]]:
    texts = draw(letters)
    cut = draw(st.integers(min_value=1, max_value=len(texts)))
    data = data_of(MULTIPLE, "".join(texts[:cut]), "".join(texts[cut:]))
    return data, sorted(draw(st.sets(st.sampled_from([o["id"] for o in data["options"]]))))


@given(multiple_choices())
def test_marks_lie_between_none_and_one(case: tuple[dict[str, Any], list[str]]) -> None:
    data, answer = case
    assert 0 <= question_type(MULTIPLE).mark(data, answer) <= 1


@given(multiple_choices())
def test_only_the_whole_right_answer_earns_everything(
    case: tuple[dict[str, Any], list[str]],
) -> None:
    data, answer = case
    right = sorted(option["id"] for option in data["options"] if option["right"])
    assert (question_type(MULTIPLE).mark(data, answer) == 1) is (answer == right)


@given(multiple_choices(), st.randoms(use_true_random=False))
def test_the_order_of_options_and_answers_changes_no_marks(
    case: tuple[dict[str, Any], list[str]], chance: Any
) -> None:
    data, answer = case
    shuffled = {"options": chance.sample(data["options"], len(data["options"]))}
    again = chance.sample(answer, len(answer))
    kind = question_type(MULTIPLE)
    assert kind.mark(shuffled, again) == kind.mark(data, answer)


@given(multiple_choices())
def test_one_more_right_option_never_lowers_the_marks(
    case: tuple[dict[str, Any], list[str]],
) -> None:
    data, answer = case
    kind = question_type(MULTIPLE)
    before = kind.mark(data, answer)
    right = {option["id"] for option in data["options"] if option["right"]}
    assert all(kind.mark(data, sorted({*answer, more})) >= before for more in right)


@given(letters, st.text())
def test_mixing_loses_no_option_and_repeats(texts: list[str], seed: str) -> None:
    options = data_of(MULTIPLE, texts[0], "".join(texts[1:]))["options"]
    order = mixed(options, seed)
    assert sorted(o["id"] for o in order) == sorted(o["id"] for o in options)
    assert order == mixed(options, seed)
