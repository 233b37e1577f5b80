"""When people learn what is right: at once, with the result, or once the quiz is closed."""

import datetime

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from courses.enums import Feedback
from courses.errors import AnswerStands, OutOfTurn, QuizClosed
from courses.models import Attempt
from courses.results import reviewed_item, reviewed_items
from courses.services.attempts import save_answer, submit_attempt
from hub.access.readers import reader_for
from tests.factories.courses import (
    answer_all,
    begin_attempt,
    course_asking,
    course_with_quiz,
    example_question,
    option_ids,
)
from tests.factories.people import UserFactory, sign_in

pytestmark = pytest.mark.django_db

FEEDBACK = "That shows who is in control."


def attempt_with(feedback: Feedback, client: Client | None = None, **fields: object) -> Attempt:
    user = UserFactory()
    if client:
        sign_in(client, user)
    return begin_attempt(user, course_with_quiz(questions=2, feedback=feedback, **fields))


def address(attempt: Attempt, tail: object) -> str:
    return f"/learning/quizzes/{attempt.code}/{tail}/"


def in_a_week() -> datetime.datetime:
    return timezone.now() + datetime.timedelta(days=7)


def test_at_once_means_after_each_question_and_not_before(client: Client) -> None:
    attempt = attempt_with(Feedback.AT_ONCE, client)
    before = client.get(address(attempt, 1)).content.decode()
    chosen = option_ids(attempt, 1, right=False)[0]
    page = client.post(address(attempt, 1), {"answer": chosen}, follow=True).content.decode()
    assert FEEDBACK not in before
    assert FEEDBACK in page
    assert "Not this one:" in page
    assert address(attempt, 2) in page


def test_an_answer_stands_once_its_question_was_explained() -> None:
    attempt = attempt_with(Feedback.AT_ONCE)
    save_answer(attempt=attempt, order=1, answer=option_ids(attempt, 1, right=False)[:1])
    with pytest.raises(AnswerStands):
        save_answer(attempt=attempt, order=1, answer=option_ids(attempt, 1, right=True))
    assert submit_after_second(attempt).score == 1


def submit_after_second(attempt: Attempt) -> Attempt:
    save_answer(attempt=attempt, order=2, answer=option_ids(attempt, 2, right=True))
    return submit_attempt(attempt=attempt)


def test_the_check_page_changes_only_what_was_left_out(client: Client) -> None:
    attempt = attempt_with(Feedback.AT_ONCE, client)
    client.post(address(attempt, 1), {"answer": option_ids(attempt, 1, right=True)[0]})
    client.post(address(attempt, 2), {"then": "skip"})
    page = client.get(address(attempt, "check")).content.decode()
    assert f"{address(attempt, 1)}?from=check" not in page
    assert f"{address(attempt, 2)}?from=check" in page


def test_a_situation_is_explained_at_its_end_only(client: Client) -> None:
    user = UserFactory()
    sign_in(client, user)
    course = course_asking(example_question("scenario"), feedback=Feedback.AT_ONCE)
    attempt = begin_attempt(user, course)
    step = attempt.items.get(order=1).question_version.data["steps"][0]["options"][0]["id"]
    page = client.post(address(attempt, 1), {"answer": step}, follow=True).content.decode()
    assert "They come for the money tonight" in page
    assert "Somebody is with him tonight." not in page


def test_feedback_at_the_end_is_not_given_before() -> None:
    attempt = attempt_with(Feedback.AT_END)
    save_answer(attempt=attempt, order=1, answer=option_ids(attempt, 1, right=True))
    item = attempt.items.select_related("question_version__question", "attempt__quiz").get(order=1)
    with pytest.raises(OutOfTurn):
        reviewed_item(item, reader_for(attempt.person))
    with pytest.raises(OutOfTurn):
        reviewed_items(attempt, reader_for(attempt.person))


def test_after_closing_the_result_waits_with_what_is_right(client: Client) -> None:
    attempt = attempt_with(Feedback.AFTER_CLOSING, client, closes_at=in_a_week())
    submit_attempt(attempt=answer_all(attempt, right=1))
    page = client.get(address(attempt, "result")).content.decode()
    assert "Not yet: 1 of 2" in page
    assert "What is right is shown from" in page
    assert FEEDBACK not in page


def test_once_it_is_closed_the_result_says_all(client: Client) -> None:
    attempt = attempt_with(Feedback.AFTER_CLOSING, client, closes_at=in_a_week())
    submit_attempt(attempt=answer_all(attempt, right=1))
    with time_machine.travel(in_a_week() + datetime.timedelta(minutes=5)):
        sign_in(client, attempt.person)
        assert FEEDBACK in client.get(address(attempt, "result")).content.decode()


def test_nobody_starts_a_quiz_that_is_closed() -> None:
    course = course_with_quiz(closes_at=timezone.now() - datetime.timedelta(minutes=1))
    with pytest.raises(QuizClosed):
        begin_attempt(UserFactory(), course)


def test_an_attempt_ends_when_the_quiz_closes() -> None:
    closes = timezone.now() + datetime.timedelta(minutes=5)
    attempt = attempt_with(Feedback.AT_END, closes_at=closes, minutes_allowed=20)
    assert attempt.ends_at == closes
