"""In Chromium: practise, see that it doesn't count, then pass the final quiz."""

import pytest
from playwright.sync_api import Page, expect

from courses.models import Attempt, Certificate
from tests.courses.test_journey import (
    answer_quiz,
    finish_lessons_by_hand,
    follow,
    press,
)
from tests.factories.courses import course_with_quiz, option_ids, practice_of
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db(transaction=True)


def practise_by_hand(page: Page) -> None:
    """Everything right, with what is right told after each question."""
    attempt = Attempt.objects.open().get()
    for order in range(1, attempt.total + 1):
        chosen = option_ids(attempt, order, right=True)[0]
        page.locator(f'input[value="{chosen}"]').check(force=True)
        press(page, "Save and continue")
        expect(page.get_by_text("Control shows in who benefits.")).to_be_visible()
        follow(page, "Next")
    press(page, "Hand in and see the result")


@pytest.mark.parametrize("width", [390, 1280])
def test_practise_then_pass(page: Page, width: int) -> None:
    course = course_with_quiz(lessons=2, questions=2)
    practice_of(course, questions=2)
    UserFactory(email="learner@agency.example", name="Siân Prŷs")
    page.set_viewport_size({"width": width, "height": 800})
    finish_lessons_by_hand(page, course)
    page.goto(course.url)
    follow(page, "Try yourself")
    press(page, "Start practising")
    practise_by_hand(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Practice: 2 of 2")
    expect(page.get_by_text("This mark doesn’t count.")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert not Certificate.objects.exists()
    follow(page, "Go to the quiz")
    press(page, "Start the quiz")
    answer_quiz(page, right=True)
    follow(page, "See your certificate")
    expect(page.get_by_text("This certificate is valid")).to_be_visible()
