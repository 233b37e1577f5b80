"""Writing, asking and reviewing questions that have options."""

from typing import Any

import pytest

from courses.questions.registry import question_type

KINDS = ["multiple_choice", "single_choice", "true_false"]
OPTIONS = [
    {"text": " Share it ", "right": True, "feedback": "Yes."},
    {"text": "Keep it", "right": False},
]


def data_of(kind: str = "single_choice", options: Any = None) -> dict[str, Any]:
    return question_type(kind).data_from_editor({"options": options or OPTIONS})


def test_an_editor_gets_back_what_they_wrote() -> None:
    kind = question_type("single_choice")
    again = kind.data_from_editor(kind.editor_from_data(data_of()))
    assert again == data_of()


def test_spaces_around_an_answer_do_not_count() -> None:
    assert data_of()["options"][0]["text"] == "Share it"


def test_ids_say_nothing_of_order_or_rightness() -> None:
    turned = data_of(options=[{**option, "right": False} for option in reversed(OPTIONS)])
    assert {o["id"] for o in turned["options"]} == {o["id"] for o in data_of()["options"]}


@pytest.mark.parametrize(
    ("kind", "options", "problem"),
    [
        ("single_choice", OPTIONS[:1], "Write at least two answers."),
        ("single_choice", [*OPTIONS[1:], {"text": "Wait"}], "Mark one answer as right."),
        ("single_choice", [OPTIONS[0], {"text": "B", "right": True}], "Mark one answer as right."),
        ("multiple_choice", [*OPTIONS[1:], {"text": "B"}], "Mark at least one answer as right."),
        ("single_choice", [OPTIONS[0], {"text": "Share it"}], "Two answers have the same words."),
        ("true_false", [*OPTIONS, {"text": "C"}], "A true or false question has two answers."),
    ],
)
def test_a_faulty_question_is_named(kind: str, options: Any, problem: str) -> None:
    assert problem in question_type(kind).validate(data_of(kind, options))


@pytest.mark.parametrize("kind", KINDS)
def test_a_sound_question_has_no_problems(kind: str) -> None:
    assert question_type(kind).validate(data_of(kind)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_control_of_a_learner_holds_no_key(kind: str) -> None:
    field = question_type(kind).fields(data_of(kind), "seed", None)["answer"]
    drawn = field.widget.render("answer", None)
    assert "Share it" in drawn
    assert "Yes." not in drawn
    assert "true" not in drawn.lower()


def test_true_and_false_keep_their_order() -> None:
    options = [{"text": "True", "right": True}, {"text": "False"}]
    orders = {
        tuple(
            text
            for _id, text in question_type("true_false")
            .fields(data_of("true_false", options), f"seed {n}", None)["answer"]
            .choices
        )
        for n in range(8)
    }
    assert orders == {("True", "False")}


def test_options_are_mixed_by_the_seed() -> None:
    options = [{"text": letter, "right": letter == "A"} for letter in "ABCDE"]
    kind = question_type("single_choice")
    orders = {
        tuple(kind.fields(data_of(options=options), f"seed {n}", None)["answer"].choices)
        for n in range(8)
    }
    assert len(orders) > 1


def test_a_review_tells_right_chosen_and_why() -> None:
    kind, data = question_type("single_choice"), data_of()
    first, second = kind.review(data, [data["options"][1]["id"]])
    assert (first.right, first.chosen, first.feedback) == (True, False, "Yes.")
    assert (second.right, second.chosen) == (False, True)


def test_an_answer_reads_as_its_words() -> None:
    kind, data = question_type("multiple_choice"), data_of("multiple_choice")
    assert kind.answer_text(data, [o["id"] for o in data["options"]]) == "Share it; Keep it"
    assert kind.answer_text(data, None) == ""
