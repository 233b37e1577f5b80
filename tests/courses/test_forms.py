"""The form of one question."""

import pytest

from courses.forms import AnswerForm
from courses.models import Attempt, AttemptItem
from courses.services.attempts import save_answer
from courses.services.quizzes import make_quiz
from tests.factories.courses import (
    begin_attempt,
    course_with_quiz,
    make_course,
    make_question,
    option_ids,
)
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


def item_of(attempt: Attempt, order: int = 1) -> AttemptItem:
    return attempt.items.select_related("question_version", "attempt").get(order=order)


def order_of_options(item: AttemptItem) -> list[str]:
    return [text for _id, text in AnswerForm(item).fields["answer"].choices]


def test_the_question_is_the_label_of_its_answers() -> None:
    item = item_of(begin_attempt(UserFactory(), course_with_quiz(questions=1)))
    assert AnswerForm(item)["answer"].label == "Question 0"


def test_an_attempt_shows_its_options_in_one_order_every_time() -> None:
    attempt = begin_attempt(UserFactory(), course_with_quiz())
    assert order_of_options(item_of(attempt)) == order_of_options(item_of(attempt))


def test_an_unmixed_quiz_shows_options_as_written() -> None:
    attempt = begin_attempt(UserFactory(), course_with_quiz(shuffle=False))
    expected = ["Ask who benefits", "Record it as choice", "Wait for proof"]
    assert order_of_options(item_of(attempt)) == expected


def test_the_answer_given_is_chosen_already() -> None:
    attempt = begin_attempt(UserFactory(), course_with_quiz())
    chosen = option_ids(attempt, 1, right=True)
    save_answer(attempt=attempt, order=1, answer=chosen)
    assert AnswerForm(item_of(attempt))["answer"].value() == chosen[0]


def test_a_question_with_several_answers_takes_several() -> None:
    options = [{"text": letter, "right": letter in "AB"} for letter in "ABC"]
    course = make_course()
    asked = make_question("Which?", "multiple_choice", options=options)
    make_quiz(course=course, title="Quiz", questions=[asked])
    attempt = begin_attempt(UserFactory(), course)
    chosen = option_ids(attempt, 1, right=True)
    form = AnswerForm(item_of(attempt), {"answer": chosen})
    assert form.is_valid()
    assert form.answer == sorted(chosen)


def test_fields_nobody_asked_for_change_nothing() -> None:
    attempt = begin_attempt(UserFactory(), course_with_quiz())
    chosen = option_ids(attempt, 1, right=False)[0]
    form = AnswerForm(item_of(attempt), {"answer": chosen, "marks": "1", "passed": "on"})
    assert form.is_valid()
    assert set(form.cleaned_data) == {"answer"}
