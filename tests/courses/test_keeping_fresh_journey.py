"""In Chromium: say how sure one is, pass, say how useful it was, answer a weekly question."""

import pytest
from playwright.sync_api import Page, expect

from courses.models import RefresherItem, SurveyAnswer
from hub.pages.written import stream
from tests.courses.test_journey import answer_quiz, follow, press, sign_in_by_hand
from tests.factories.courses import course_with_quiz
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db(transaction=True)


def choose(page: Page, question: str, answer: str) -> None:
    group = page.get_by_role("group", name=question)
    group.get_by_label(answer, exact=True).check(force=True)


def test_from_how_sure_to_a_weekly_question(page: Page) -> None:
    course = course_with_quiz(lessons=1, questions=2)
    course.outcomes = stream("journey", [("outcome", "See the signs")])
    course.save()
    UserFactory(email="learner@agency.example", name="Siân Prŷs")
    page.goto(course.url)
    follow(page, "Start")
    sign_in_by_hand(page, "learner@agency.example")
    press(page, "Start")
    follow(page, "How sure are you now?")
    choose(page, "See the signs", "Not very sure")
    press(page, "Save")
    press(page, "Mark as done and continue")
    press(page, "Start")
    answer_quiz(page, right=True)
    follow(page, "How sure are you now, and was it useful?")
    choose(page, "See the signs", "Very sure")
    choose(page, "How useful was this course for your work?", "Useful")
    press(page, "Save")
    answers = list(SurveyAnswer.objects.order_by("pk"))
    assert [list(answer.ratings.values()) for answer in answers] == [[2], [5]]
    assert answers[1].useful == 4
    page.goto("/learning/")
    press(page, "Start my weekly questions")
    page.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    press(page, "Check my answer")
    expect(page.get_by_text("This question comes again")).to_be_visible()
    assert RefresherItem.objects.answered().count() == 1
    follow(page, "Go on")
    press(page, "Stop my weekly questions")
    expect(page.get_by_role("button", name="Start my weekly questions")).to_be_visible()
