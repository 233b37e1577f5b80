"""Filling in a worked example as a learner would, through the type's own controls."""

from courses.questions.base import Answer, Data, Example
from courses.questions.registry import question_type


def answered(name: str, example: Example) -> tuple[Data, Answer]:
    """One step after another. The data of the question, and the answer that is stored."""
    kind, answer = question_type(name), None
    data = kind.data_from_editor(example.written)
    for typed in example.typed:
        controls = kind.fields(data, "seed", answer)
        cleaned = {key: control.clean(typed.get(key)) for key, control in controls.items()}
        assert kind.problems(data, cleaned) == {}
        answer = kind.answer_from_form(data, cleaned, answer)
    return data, answer
