"""Marks of answers, exact until they are kept."""

from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from courses.models import (
    Attempt,
    AttemptItem,
    CatchUp,
    CheckAnswer,
    QuestionVersion,
    RefresherItem,
)
from courses.questions.registry import question_type

# One answer to one question, wherever it was asked.
Answered: TypeAlias = AttemptItem | CatchUp | CheckAnswer | RefresherItem


def as_decimal(value: Fraction, step: str) -> Decimal:
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(Decimal(step))


def key_of(item: Answered) -> QuestionVersion:
    """The version that marks the answer: a corrected one, where there is one that it fits."""
    asked, corrected = item.question_version, item.marked_by
    if corrected and fits(item, corrected):
        return corrected
    return asked


def fits(item: Answered, version: QuestionVersion) -> bool:
    """Whether what was answered is an answer to that version of the question as well."""
    same_kind = version.kind == item.question_version.kind
    return same_kind and question_type(version.kind).accepts(version.data, item.answer)


def mark_of(item: Answered) -> Fraction | None:
    """None where none count."""
    key = key_of(item)
    kind = question_type(key.kind)
    return kind.mark(key.data, item.answer) if kind.scored else None


def mark(item: Answered) -> Fraction:
    """Sets the marks of an item and gives them exact: rounding must not decide who passes."""
    marks = mark_of(item)
    item.marks = None if marks is None else as_decimal(marks, "0.0001")
    return marks or Fraction(0)


def settle(attempt: Attempt, items: list[AttemptItem]) -> None:
    """Sets the marks of its items, its score and whether it is passed. Saves nothing.

    Whoever gets a question wrong that must be right has not passed, whatever the marks. Practice
    is never passed.
    """
    points = sum((mark(item) for item in items), Fraction(0))
    attempt.score = as_decimal(points, "0.01")
    enough = points * 100 >= attempt.pass_mark * attempt.marks_possible
    enough = enough and all(item.marks == 1 for item in items if item.must_pass)
    attempt.passed = enough if attempt.quiz.is_final else None
