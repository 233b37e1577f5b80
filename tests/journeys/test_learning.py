"""Enrol, read, fail, revisit, pass, and hold the proof."""

import re

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from courses.models import AttemptItem, CoursePage, LessonPage
from tests.journeys.people import sign_in, sign_out

pytestmark = pytest.mark.django_db(transaction=True)
COURSE = "/courses/county-lines/"


def finish_lessons(page: Page) -> None:
    course = CoursePage.objects.get(slug="county-lines")
    for _lesson in LessonPage.objects.descendant_of(course):
        page.get_by_role("button", name="Mark as done and continue").click()


def answer(page: Page, *, right: bool) -> None:
    """Answers the question on the page, by what the hub holds as right."""
    code, order = re.findall(r"/quizzes/([^/]+)/(\d+)/", page.url)[0]
    item = AttemptItem.objects.get(attempt__code=code, order=order)
    options = item.question_version.data["options"]
    chosen = [option for option in options if option["right"] is right]
    wanted = chosen if right else chosen[:1]
    for option in wanted:
        page.locator(f'input[value="{option["id"]}"]').check()
    page.get_by_role("button", name="Save and continue").click()


def take_quiz(page: Page, *, right: bool) -> None:
    while "/check/" not in page.url:
        answer(page, right=right)
    page.get_by_role("button", name=re.compile("Hand in|Submit|Finish|Send")).click()


def test_from_enrolling_to_a_certificate_by_way_of_a_failure(
    page: Page, demo_site: LiveServer
) -> None:
    sign_in(page, "learner")
    page.goto(COURSE)
    page.get_by_role("button", name="Start").click()
    finish_lessons(page)
    page.goto(COURSE)
    page.get_by_role("link", name="County lines and exploitation quiz").click()
    page.get_by_role("button", name=re.compile("Start")).click()
    take_quiz(page, right=False)
    expect(page.get_by_text("Not yet").first).to_be_visible()
    page.get_by_role("link", name=re.compile("^Go back to")).first.click()
    expect(page).to_have_url(re.compile(COURSE))
    page.goto(COURSE)
    page.get_by_role("link", name="County lines and exploitation quiz").click()
    page.get_by_role("button", name=re.compile("Start|Try")).click()
    take_quiz(page, right=True)
    page.get_by_role("link", name=re.compile("certificate", re.IGNORECASE)).first.click()
    expect(page.get_by_text("Priya Nandakumar").first).to_be_visible()
    address = page.url
    sign_out(page)
    page.goto(address)
    expect(page.get_by_text("Priya Nandakumar")).to_have_count(0)
    page.get_by_label("Name of the person").fill("priya nandakumar")
    page.get_by_role("button", name="Check").click()
    expect(page.get_by_text("Introduction to county lines").first).to_be_visible()


def test_the_start_page_shows_what_was_left_off(page: Page, demo_site: LiveServer) -> None:
    sign_in(page, "learner")
    page.goto(COURSE)
    page.get_by_role("button", name="Start").click()
    page.get_by_role("button", name="Mark as done and continue").click()
    page.goto("/")
    expect(page.get_by_text("1 of 12 lessons")).to_be_visible()
