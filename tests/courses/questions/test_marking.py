"""Marking is exact: what holds for every type, by its worked examples, and for several choices."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.questions.base import Example, mixed
from courses.questions.registry import question_type, question_types
from tests.courses.questions.answering import answered
from tests.courses.questions.marking_guide import PLACE, guide

MULTIPLE = "multiple_choice"
CASES = [(name, example) for name, kind in question_types().items() for example in kind.examples]
NONSENSE = [
    None,
    [],
    "",
    " ",
    {},
    0,
    True,
    ["unknown"],
    [None],
    [["a"]],
    [1],
    {"a": "b"},
    {"text": 1},
]


def data_of(kind: str, right: str, wrong: str) -> dict[str, Any]:
    """Options named by single letters, right ones first."""
    options = [{"text": text, "right": text in right} for text in right + wrong]
    return question_type(kind).data_from_editor({"options": options})


@pytest.mark.parametrize("name", question_types())
def test_every_type_has_examples_that_a_trainer_can_read(name: str) -> None:
    examples = question_type(name).examples
    assert examples
    assert all(example.why for example in examples)
    assert ("1" in {example.marks for example in examples}) is question_type(name).scored


def test_the_guide_for_trainers_says_what_the_types_do() -> None:
    assert PLACE.read_text(encoding="utf-8") == guide()


@pytest.mark.parametrize(("name", "example"), CASES)
def test_worked_example(name: str, example: Example) -> None:
    data, answer = answered(name, example)
    assert question_type(name).accepts(data, answer)
    assert question_type(name).mark(data, answer) == Fraction(example.marks)


@pytest.mark.parametrize(("name", "example"), CASES)
def test_what_an_editor_wrote_is_sound_and_comes_back(name: str, example: Example) -> None:
    kind = question_type(name)
    data = kind.data_from_editor(example.written)
    assert kind.validate(data) == []
    assert kind.data_from_editor(kind.editor_from_data(data)) == data


@pytest.mark.parametrize(("name", "example"), CASES)
def test_an_answer_comes_back_as_it_was_given(name: str, example: Example) -> None:
    data, answer = answered(name, example)
    kind = question_type(name)
    again = {key: control.initial for key, control in kind.fields(data, "seed", answer).items()}
    if kind.is_complete(data, answer):
        assert kind.answer_from_form(data, again, answer) == answer


@pytest.mark.parametrize("name", question_types())
def test_of_no_answer_nothing_was_chosen(name: str) -> None:
    kind = question_type(name)
    data = kind.data_from_editor(kind.examples[0].written)
    assert kind.answer_text(data, None) == ""
    assert not any(line.chosen for line in kind.review(data, None))


@pytest.mark.parametrize(("name", "example"), CASES)
def test_a_result_says_what_was_given_and_what_is_right(name: str, example: Example) -> None:
    data, answer = answered(name, example)
    kind = question_type(name)
    lines = kind.review(data, answer)
    assert kind.answer_text(data, answer) or not kind.is_complete(data, answer)
    assert (
        any(line.right for line in lines) or not kind.scored or not kind.is_complete(data, answer)
    )


@pytest.mark.parametrize(("name", "example"), CASES)
def test_marks_do_not_depend_on_the_seed(name: str, example: Example) -> None:
    kind = question_type(name)
    data, answer = answered(name, example)
    orders = [set(kind.fields(data, f"seed {n}", answer)) for n in range(5)]
    assert all(order == orders[0] for order in orders)


@pytest.mark.parametrize("name", question_types())
@pytest.mark.parametrize("answer", NONSENSE, ids=repr)
def test_nonsense_is_no_answer_and_earns_nothing(name: str, answer: Any) -> None:
    kind = question_type(name)
    data = kind.data_from_editor(kind.examples[0].written)
    assert not kind.accepts(data, answer)
    assert kind.mark(data, answer) == 0


@pytest.mark.parametrize(
    ("name", "other"), [(a, b) for a in question_types() for b in question_types()]
)
def test_the_answer_to_another_question_never_earns_marks(name: str, other: str) -> None:
    if name == other or {name, other} <= {"short_text", "number"}:
        return
    kind = question_type(name)
    data = kind.data_from_editor(kind.examples[0].written)
    _data, foreign = answered(other, question_type(other).examples[0])
    assert kind.mark(data, foreign) == 0


@pytest.mark.parametrize("kind", ["single_choice", "true_false"])
def test_two_answers_to_a_question_with_one_are_not_accepted(kind: str) -> None:
    data = data_of(kind, "A", "B")
    assert not question_type(kind).accepts(data, sorted(o["id"] for o in data["options"]))


def test_one_answer_given_twice_is_not_accepted() -> None:
    data = data_of(MULTIPLE, "AB", "C")
    assert not question_type(MULTIPLE).accepts(data, [data["options"][0]["id"]] * 2)


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
