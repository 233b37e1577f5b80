"""A learner's way in Chromium: start, lessons, fail, read again, pass, certificate."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from courses.models import Attempt, CoursePage
from tests.factories.courses import course_with_quiz, option_ids
from tests.factories.people import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db(transaction=True)


def sign_in_by_hand(page: Page, email: str) -> None:
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in", exact=True).click()


def press(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("button", name=name).click()


def follow(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("link", name=name).first.click()


def answer_quiz(page: Page, *, right: bool) -> None:
    """Gives every question a right or a wrong answer by its radio button, and hands in."""
    attempt = Attempt.objects.open().get()
    for order in range(1, attempt.total + 1):
        chosen = option_ids(attempt, order, right=right)[0]
        page.locator(f'input[value="{chosen}"]').check(force=True)
        press(page, "Save and continue")
    press(page, "Hand in and see the result")


def finish_lessons_by_hand(page: Page, course: CoursePage) -> None:
    page.goto(course.url)
    follow(page, "Start")
    sign_in_by_hand(page, "learner@agency.example")
    press(page, "Start")
    press(page, "Mark as done and continue")
    press(page, "Mark as done and continue")


def test_from_start_to_certificate(page: Page, context: BrowserContext) -> None:
    course = course_with_quiz(lessons=2, questions=3)
    UserFactory(email="learner@agency.example", name="Siân Prŷs")
    finish_lessons_by_hand(page, course)
    press(page, "Start the quiz")
    answer_quiz(page, right=False)
    expect(page.get_by_role("heading", level=1)).to_have_text("Not yet: 0 of 3")
    follow(page, "Lesson")
    page.goto(course.url)
    follow(page, "Try the quiz again")
    press(page, "Start the quiz")
    answer_quiz(page, right=True)
    follow(page, "See your certificate")
    expect(page.get_by_text("This certificate is valid")).to_be_visible()


@pytest.mark.parametrize("width", [320, 390])
def test_a_question_fits_a_narrow_phone(page: Page, live_server: LiveServer, width: int) -> None:
    course = course_with_quiz(lessons=2, questions=1)
    UserFactory(email="learner@agency.example")
    page.set_viewport_size({"width": width, "height": 700})
    finish_lessons_by_hand(page, course)
    press(page, "Start the quiz")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
