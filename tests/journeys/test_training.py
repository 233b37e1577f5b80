"""A trainer follows courses/README.md: a course is published, a workshop ends in a certificate."""

import datetime
import re
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Page as AnyPage

from courses.models import CoursePage, Workshop
from tests.factories.courses import course_with_quiz
from tests.gates.axe import violations
from tests.gates.browsing import PHONE, TOO_WIDE, bring_session
from tests.journeys.cms import (
    add_block,
    approve,
    choose,
    choose_from_actions,
    choose_page,
    fill_moment,
    name_page,
    open_preview,
    save,
    save_draft,
    send_to_reviewers,
    text_box,
    write_text,
)
from tests.journeys.people import sign_in, sign_out
from tests.journeys.test_learning import take_quiz

pytestmark = pytest.mark.django_db(transaction=True)
COURSE = "Noticing debt bondage"
MODULE = "Seeing the debt"
LESSONS = ("A debt that grows", "What to say")
OUTCOME = "Tell a debt that is used to hold somebody"
SINGLE = "A boy says that he owes £300 for a phone that was taken from him. What do you do first?"
GUIDANCE = "County lines: how a line works now"
WORKSHOP = "Say it to a partner agency"
NUMBER = "How many people do you need to tell before you act on your worry?"


@pytest.fixture(autouse=True)
def without_autosave(settings: Any) -> None:
    """Wagtail saves drafts in moments of its own, and the server refuses those half filled in."""
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0


def make_course(page: Page) -> None:
    page.goto("/cms/")
    page.get_by_role("link", name="Course", exact=True).click()
    name_page(page, COURSE)
    text_box(page, "Summary").fill("How a debt is used to hold somebody, and what to say.")
    text_box(page, "For whom").fill("Youth workers and teachers")
    add_outcome(page, "Before somebody starts")
    page.get_by_role("spinbutton", name="Minutes").fill("25")
    page.get_by_role("spinbutton", name="Months that the certificate lasts").fill("12")
    save_draft(page)


def explore_course(page: Page) -> None:
    page.goto(f"/cms/pages/{CoursePage.objects.get(title=COURSE).pk}/")


def add_module(page: Page) -> None:
    explore_course(page)
    page.get_by_role("link", name="Add child page").click()
    name_page(page, MODULE)
    save_draft(page)


def write_lesson(page: Page, title: str, text: str) -> None:
    name_page(page, title)
    text_box(page, "Summary").fill("What it looks like at work.")
    add_block(page.get_by_role("region", name="Lesson"), "Text")
    write_text(page.get_by_role("region", name="Text"), text)


def add_lessons(page: Page) -> None:
    explore_course(page)
    page.get_by_role("link", name=f"Add a child page to '{MODULE}'").click()
    write_lesson(page, LESSONS[0], "A phone is taken. Now he owes for it, he is told.")
    add_outcome(page, "Before somebody reads")
    save_draft(page)
    explore_course(page)
    page.get_by_role("link", name=f"Explore child pages of '{MODULE}'").click()
    page.get_by_role("link", name="Add child page").click()
    write_lesson(page, LESSONS[1], "Say that nobody may ask a child to pay in this way.")
    save_draft(page)


def new_question(page: Page, kind: str) -> Locator:
    page.goto("/cms/")
    page.get_by_role("button", name="Quizzes").click()
    page.get_by_role("link", name="Questions").click()
    page.get_by_role("link", name="Add question").click()
    words = page.get_by_role("region", name="Question")
    add_block(words, kind)
    return words


def write_single_choice(page: Page) -> None:
    words = new_question(page, "One right answer")
    text_box(words, "Question").fill(SINGLE)
    words.get_by_role("button", name="Add", exact=True).last.click()
    answers = words.get_by_role("textbox", name="Answer")
    answers.nth(0).fill("Ask who says that he owes it")
    answers.nth(1).fill("Lend him the money")
    words.get_by_role("checkbox", name="This is right").nth(0).check()
    words.get_by_role("textbox", name="Why it is right or wrong").nth(0).fill(
        "It shows who holds him."
    )
    choose_page(page, "Choose a page (Lesson)", COURSE, MODULE, LESSONS[0])
    text_box(page, "Outcome").fill(OUTCOME)
    save(page)


def write_number(page: Page) -> None:
    words = new_question(page, "A number")
    text_box(words, "Question").fill(NUMBER)
    text_box(words, "Number").fill("1")
    text_box(words, "Explanation").fill("You need no second opinion to act on a worry.")
    choose_page(page, "Choose a page (Lesson)", COURSE, MODULE, LESSONS[1])
    cite(page)
    save(page)


def cite(page: Page) -> None:
    rests_on = page.get_by_role("region", name="What it rests on")
    rests_on.get_by_role("button", name="Insert a block").click()
    choose_page(page, "Choose a page", "Guidance", GUIDANCE)


def put_quiz_together(page: Page) -> None:
    page.goto("/cms/")
    page.get_by_role("button", name="Quizzes").click()
    page.get_by_role("link", name="Quizzes", exact=True).click()
    page.get_by_role("link", name="Add quiz").click()
    text_box(page, "Title").fill("Debt bondage quiz")
    choose_page(page, "Choose a page (Course)", COURSE)
    for question in (SINGLE, NUMBER):
        page.get_by_role("button", name="Add question").click()
        choose(page, "Choose question", question)
    save(page)


def mend_what_is_missing(page: Page) -> None:
    """The wrong answer has no feedback, the question no source and the last lesson no outcome."""
    open_what_it_lacks(page)
    lacks = page.get_by_role("main")
    expect(
        lacks.get_by_text("Nothing says what is wrong with “Lend him the money”.")
    ).to_be_visible()
    lacks.get_by_role("link", name=SINGLE).click()
    why = page.get_by_role("textbox", name="Why it is right or wrong")
    why.nth(1).fill("Now two people hold a debt over him.")
    text_box(page, "Explanation").fill("Who says that he owes it is who holds him.")
    cite(page)
    save(page)
    open_what_it_lacks(page)
    lacks.get_by_role("link", name=LESSONS[1]).click()
    add_outcome(page, "Before somebody reads")
    save_draft(page)
    open_what_it_lacks(page)
    expect(lacks.get_by_text("It isn't published.")).to_have_count(3)
    expect(
        lacks.get_by_role("listitem").filter(has_text=re.compile("doesn't|Nothing"))
    ).to_have_count(0)


def add_outcome(page: Page, panel: str) -> None:
    before = page.get_by_role("region", name=panel)
    before.get_by_role("button", name="Insert a block").click()
    before.get_by_role("region", name="Outcome").get_by_role("textbox").fill(OUTCOME)


def open_what_it_lacks(page: Page) -> None:
    explore_course(page)
    choose_from_actions(page, "What it lacks")


def look_as_a_learner_would(page: Page) -> None:
    explore_course(page)
    choose_from_actions(page, "Edit")
    preview = open_preview(page)
    expect(preview.get_by_role("heading", level=1)).to_have_text(COURSE)
    expect(preview.get_by_text(OUTCOME)).to_be_visible()


def send_to_be_published(page: Page) -> None:
    """The module, its lessons and, last, the course."""
    for title in (MODULE, *LESSONS, COURSE):
        open_form(page, title)
        send_to_reviewers(page)


def open_form(page: Page, title: str) -> None:
    page.goto(f"/cms/pages/{AnyPage.objects.get(title=title).pk}/edit/")


def approve_what_waits(page: Page) -> None:
    """What waits on the reviewer's first screen, one after another."""
    for title in (MODULE, *LESSONS, COURSE):
        page.goto("/cms/")
        page.get_by_role("link", name=title).click()
        approve(page)


def take_course(page: Page) -> None:
    page.goto("/courses/")
    page.get_by_role("link", name=COURSE).click()
    page.get_by_role("button", name="Start").click()
    for _title in LESSONS:
        page.get_by_role("button", name="Mark as done and continue").click()
    page.get_by_role("button", name="Start the quiz").click()
    answer_right(page)
    answer_right(page)
    page.get_by_role("button", name="Hand in").click()


def answer_right(page: Page) -> None:
    """Either question, whichever comes first."""
    if page.get_by_text(SINGLE).count():
        page.get_by_label("Ask who says that he owes it").check()
    else:
        page.get_by_role("main").get_by_role("textbox").fill("1")
    page.get_by_role("button", name="Save and continue").click()


def test_from_an_empty_course_to_a_published_one(page: Page, demo_site: LiveServer) -> None:
    sign_in(page, "trainer")
    make_course(page)
    add_module(page)
    add_lessons(page)
    write_single_choice(page)
    write_number(page)
    put_quiz_together(page)
    mend_what_is_missing(page)
    look_as_a_learner_would(page)
    send_to_be_published(page)
    sign_out(page)

    sign_in(page, "reviewer")
    approve_what_waits(page)
    sign_out(page)

    sign_in(page, "learner")
    take_course(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Passed: 2 of 2")


def set_up_workshop(page: Page, course: str) -> None:
    page.goto("/cms/")
    page.get_by_role("button", name="Quizzes").click()
    page.get_by_role("link", name="Workshops").click()
    page.get_by_role("link", name="Add workshop").click()
    choose_page(page, "Choose a page (Course)", course)
    text_box(page, "Title").fill(WORKSHOP)
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    fill_moment(page, "Starts", f"{tomorrow} 09:30")
    fill_moment(page, "Ends", f"{tomorrow} 12:30")
    text_box(page, "Place").fill("Room 2, Ardale Town Hall")
    page.get_by_role("spinbutton", name="Seats").fill("1")
    save(page)


def book_and_pass(page: Page, course: CoursePage) -> None:
    page.goto(course.url)
    page.get_by_role("link", name=WORKSHOP).click()
    page.get_by_role("button", name="Book a seat").click()
    expect(page.get_by_text("You have a seat", exact=True)).to_be_visible()
    page.goto(course.url)
    page.get_by_role("button", name="Start").click()
    page.get_by_role("button", name="Mark as done and continue").click()
    page.get_by_role("button", name="Start the quiz").click()
    take_quiz(page, right=True)
    expect(page.get_by_role("link", name="See your certificate")).to_have_count(0)


def let_the_day_come() -> None:
    """Nothing else passes: the workshop is as it would be an hour after its beginning."""
    begun = timezone.now() - datetime.timedelta(hours=1)
    ends = begun + datetime.timedelta(hours=3)
    Workshop.objects.filter(title=WORKSHOP).update(starts_at=begun, ends_at=ends)


def mark_who_came(page: Page) -> None:
    page.goto("/learning/workshops/")
    page.get_by_role("link", name="Your teaching").click()
    page.get_by_role("link", name=WORKSHOP).click()
    page.get_by_label("Priya Nandakumar").check()
    page.get_by_label("The list is complete").check()
    assert (violations(page), page.evaluate(TOO_WIDE)) == ([], [])
    page.get_by_role("button", name="Save the list").click()
    expect(page.get_by_text("The list is saved.")).to_be_visible()


def sign_off(page: Page) -> None:
    page.goto("/learning/teaching/")
    page.get_by_role("link", name="Priya Nandakumar").click()
    page.get_by_label("Ready: sign off").check()
    text_box(page, "Note (optional)").fill("Asked calmly and wrote it down.")
    assert (violations(page), page.evaluate(TOO_WIDE)) == ([], [])
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Nobody waits.")).to_be_visible()


def test_from_a_workshop_to_a_certificate(page: Page, demo_site: LiveServer) -> None:
    course = course_with_quiz(lessons=1, questions=2)
    CoursePage.objects.filter(pk=course.pk).update(needs_attendance=True, needs_sign_off=True)
    sign_in(page, "trainer")
    set_up_workshop(page, course.title)
    sign_out(page)
    sign_in(page, "learner")
    book_and_pass(page, course)
    sign_out(page)

    let_the_day_come()
    page.set_viewport_size({"width": PHONE, "height": 800})
    bring_session(page.context, "trainer", demo_site.url)
    mark_who_came(page)
    sign_off(page)
    sign_out(page)

    sign_in(page, "learner")
    page.goto(course.url)
    page.get_by_role("link", name="See your certificate").click()
    expect(page.get_by_text("This certificate is valid")).to_be_visible()
    address = page.url
    sign_out(page)
    page.goto(address)
    page.get_by_label("Name of the person").fill("Priya Nandakumar")
    page.get_by_role("button", name="Check").click()
    expect(page.get_by_role("main").get_by_text(course.title).first).to_be_visible()
