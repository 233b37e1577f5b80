"""Everything without a mouse: the way in, search, a word explained, a quiz, filters."""

import re

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from courses.models import CoursePage, Quiz
from courses.services.attempts import start_attempt
from hub.access.readers import reader_for
from tests.factories.courses import finish_lessons
from tests.gates.browsing import bring_session
from tests.gates.people import person
from tests.journeys.keyboard import stops, tab_to

pytestmark = pytest.mark.django_db(transaction=True)
ACTIVE = ".cg-filters__active a"
ORDINARY_PAGES = [
    "/",
    "/guidance/county-lines/",
    "/legislation/powers/",
    "/search/?q=county+lines",
    "/forum/",
    "/accounts/login/",
]


def open_attempt(key: str) -> str:
    """The address of the first question of a quiz that this person may take."""
    course = CoursePage.objects.live().earliest("pk")
    finish_lessons(person(key), course)
    quiz = Quiz.objects.final().get(course=course)
    attempt = start_attempt(reader=reader_for(person(key)), quiz=quiz)
    return f"/learning/quizzes/{attempt.code}/1/"


def test_the_first_stop_skips_to_the_content(page: Page, demo_site: LiveServer) -> None:
    page.goto("/guidance/")
    tab_to(page, page.get_by_role("link", name="Skip to main content"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("main").get_by_role("link").first)
    assert page.evaluate("window.stops.length") == 2


def test_from_a_search_to_guidance_to_a_word(page: Page, demo_site: LiveServer) -> None:
    page.goto("/")
    tab_to(page, page.locator("#home-search"))
    page.keyboard.type("child found with drugs far from home")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("q=child"))
    tab_to(page, page.get_by_role("main").locator("a[href^='/guidance/first-24-hours/']").first)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/guidance/first-24-hours/"))
    word = page.locator("button.cg-term").first
    tab_to(page, word)
    page.keyboard.press("Enter")
    expect(page.locator("[popover]:popover-open")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("[popover]:popover-open")).to_have_count(0)
    expect(word).to_be_focused()


def test_a_question_of_a_quiz_is_answered(page: Page, demo_site: LiveServer) -> None:
    bring_session(page.context, "learner", demo_site.url)
    page.goto(open_attempt("learner"))
    choice = page.get_by_role("main").locator("input[type=radio], input[type=checkbox]").first
    tab_to(page, choice)
    page.keyboard.press("Space")
    expect(choice).to_be_checked()
    tab_to(page, page.get_by_role("button", name="Save and continue"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Question 2 of").first).to_be_visible()


def test_a_list_is_narrowed_and_widened_again(page: Page, demo_site: LiveServer) -> None:
    page.goto("/guidance/")
    tab_to(page, page.get_by_role("main").locator("select").first)
    page.keyboard.press("ArrowDown")
    tab_to(page, page.get_by_role("button", name="Show"))
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"\?.*=."))
    tab_to(page, page.locator(ACTIVE).first)
    page.keyboard.press("Enter")
    expect(page.locator(ACTIVE)).to_have_count(0)


@pytest.mark.parametrize("address", ORDINARY_PAGES)
def test_tab_leads_through_the_whole_page(page: Page, demo_site: LiveServer, address: str) -> None:
    """A trap would hold the focus, or bring it back, before the last link of the footer."""
    page.goto(address)
    passed = stops(page)
    assert len(passed) == page.evaluate("window.stops.length")
    last = page.locator("footer a, footer button").last
    assert last.evaluate("element => window.stops.at(-1) === element")
