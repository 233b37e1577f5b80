"""Trainers have answers marked again in the CMS, and learners read why."""

import pytest
from django.http import HttpResponse
from django.test import Client

from courses.models import Attempt, Question, Regrade
from hub.access.enums import Role
from hub.access.groups import group_for_area
from tests.courses.services.test_regrading import TEXTS, correct, sat
from tests.factories.courses import course_asking, make_question
from tests.factories.pages import restrict
from tests.factories.people import AreaFactory, UserFactory, sign_in, staff_client

pytestmark = pytest.mark.django_db

REASON = "The key named the wrong option."


@pytest.fixture
def trainer() -> Client:
    return staff_client(Role.TRAINER)


@pytest.fixture
def attempt() -> Attempt:
    """Failed by a wrong key, which has been mended since."""
    question = make_question()
    attempt = sat(course_asking(question, make_question("Another?"), pass_mark=100), TEXTS[1])
    correct(question)
    return attempt


def address(question: Question | None = None) -> str:
    question = question or Question.objects.order_by("pk").first()
    return f"/cms/snippets/courses/question/regrade/{question.pk}/"


def send(client: Client, **changed: object) -> HttpResponse:
    version = Question.objects.order_by("pk").first().versions.get(number=1)
    typed = {"version": version.pk, "reason": REASON} | changed
    return client.post(address(), typed, follow=True)


def test_the_question_leads_there(trainer: Client, attempt: Attempt) -> None:
    question = Question.objects.order_by("pk").first()
    page = trainer.get(f"/cms/snippets/courses/question/edit/{question.pk}/").content.decode()
    assert address(question) in page


def test_a_trainer_reads_first_what_would_happen(trainer: Client, attempt: Attempt) -> None:
    page = trainer.get(address()).content.decode()
    assert "1 attempt; 1 gets other marks; 1 person passes now; nobody loses a pass" in page
    assert attempt.person.name not in page
    assert not Regrade.objects.exists()


def test_it_is_done_and_said(trainer: Client, attempt: Attempt) -> None:
    page = send(trainer).content.decode()
    assert "Marked again: 1 attempt" in page
    assert "There is nothing to mark again" in page
    assert REASON in page
    attempt.refresh_from_db()
    assert attempt.passed


@pytest.mark.parametrize("typed", [{"reason": " "}, {"version": ""}, {"version": "0"}])
def test_without_a_reason_or_a_version_nothing_happens(
    trainer: Client, attempt: Attempt, typed: dict[str, str]
) -> None:
    page = send(trainer, **typed).content.decode()
    assert "error-message" in page
    assert "There is nothing" not in page
    assert not Regrade.objects.exists()


def test_a_question_without_earlier_words_has_nothing_to_mark(trainer: Client) -> None:
    question = make_question()
    page = trainer.get(address(question)).content.decode()
    assert "There is nothing to mark again" in page


def test_who_may_not_change_questions_does_nothing(attempt: Attempt) -> None:
    assert send(sign_in(Client(), UserFactory())).status_code == 404
    assert REASON not in send(staff_client(Role.REVIEWER)).content.decode()
    assert not Regrade.objects.exists()


def test_a_question_of_a_closed_course_is_missing(trainer: Client, attempt: Attempt) -> None:
    restrict(attempt.quiz.course, group_for_area(AreaFactory()))
    assert trainer.get(address()).status_code == 404
    assert trainer.get("/cms/snippets/courses/question/regrade/none/").status_code == 404


def test_the_learner_reads_that_and_why(trainer: Client, attempt: Attempt) -> None:
    send(trainer)
    page = sign_in(Client(), attempt.person).get(f"/learning/quizzes/{attempt.code}/result/")
    words = page.content.decode()
    assert "Marked again" in words
    assert REASON in words
    assert "You have passed with it." in words
    assert "Passed: 2 of 2" in words
    assert "Now right." in words
