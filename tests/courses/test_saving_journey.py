"""Answers on a poor line, in Chromium: saved while they are given, and never lost."""

import re
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.http import HttpResponse
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from courses.models import Attempt
from courses.services.attempts import skip_question
from courses.views import quizzes
from tests.factories.courses import begin_attempt, course_asking, example_question, option_ids
from tests.factories.people import PASSWORD, UserFactory, sign_in

pytestmark = pytest.mark.django_db(transaction=True)

SHOWN = "[data-saving-shown]"


@pytest.fixture
def attempt() -> Attempt:
    """A choice, then words to write."""
    asked = (example_question("single_choice"), example_question("short_text"))
    user = UserFactory(email="learner@agency.example")
    return begin_attempt(user, course_asking(*asked))


@pytest.fixture
def line(browser: Browser, live_server: LiveServer, attempt: Attempt) -> Iterator[BrowserContext]:
    """The learner's browser, in which requests may fail."""
    context = browser.new_context(base_url=live_server.url)
    enter(context, attempt)
    yield context
    context.close()


def enter(context: BrowserContext, attempt: Attempt) -> None:
    session = sign_in(Client(), attempt.person).cookies[settings.SESSION_COOKIE_NAME].value
    cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session}
    context.add_cookies([cookie | {"domain": "localhost", "path": "/"}])


def address(attempt: Attempt, order: int = 1) -> str:
    return f"/learning/quizzes/{attempt.code}/{order}/"


def opened(context: BrowserContext, attempt: Attempt, order: int = 1) -> Page:
    page = context.new_page()
    page.goto(address(attempt, order))
    return page


def choose(page: Page, attempt: Attempt, *, right: bool) -> str:
    chosen = option_ids(attempt, 1, right=right)[0]
    page.locator(f'input[value="{chosen}"]').check(force=True)
    return chosen


def kept(attempt: Attempt, order: int = 1) -> object:
    return attempt.items.get(order=order).typed


def test_an_answer_is_saved_as_it_is_given(
    page: Page, context: BrowserContext, attempt: Attempt
) -> None:
    enter(context, attempt)
    page.goto(address(attempt))
    chosen = choose(page, attempt, right=False)
    expect(page.locator(SHOWN)).to_have_text("Saved")
    expect(page.get_by_role("status").filter(has_text="Saved")).to_be_attached()
    assert kept(attempt) == {"answer": [chosen]}
    page.reload()
    expect(page.locator(f'input[value="{chosen}"]')).to_be_checked()


def test_the_button_sends_what_was_saved_and_goes_on(
    page: Page, context: BrowserContext, attempt: Attempt
) -> None:
    enter(context, attempt)
    page.goto(address(attempt))
    chosen = choose(page, attempt, right=True)
    page.get_by_role("button", name="Save and continue").click()
    expect(page).to_have_url(re.compile(address(attempt, 2)))
    item = attempt.items.get(order=1)
    assert (item.answer, item.typed) == ([chosen], None)


def test_without_a_line_it_says_so_and_saves_when_the_line_is_back(
    line: BrowserContext, attempt: Attempt
) -> None:
    page = opened(line, attempt)
    line.set_offline(True)
    choose(page, attempt, right=False)
    expect(page.locator(SHOWN)).to_have_text("Not saved yet – trying again")
    chosen = choose(page, attempt, right=True)
    line.set_offline(False)
    expect(page.locator(SHOWN)).to_have_text("Saved", timeout=20_000)
    assert kept(attempt) == {"answer": [chosen]}


def test_a_server_that_fails_is_asked_again(line: BrowserContext, attempt: Attempt) -> None:
    page, failures = opened(line, attempt), []

    def fail_twice(route: Route) -> None:
        if route.request.method == "POST" and len(failures) < 2:
            failures.append(route)
            route.fulfill(status=503)
        else:
            route.continue_()

    page.route("**/learning/quizzes/**", fail_twice)
    choose(page, attempt, right=True)
    expect(page.locator(SHOWN)).to_have_text("Not saved yet – trying again")
    expect(page.locator(SHOWN)).to_have_text("Saved", timeout=20_000)
    assert len(failures) == 2


def test_an_answer_whose_receipt_got_lost_is_no_conflict(
    line: BrowserContext, attempt: Attempt
) -> None:
    page, lost = opened(line, attempt), []

    def lose_the_first_reply(route: Route) -> None:
        if route.request.method == "POST" and not lost:
            lost.append(route.fetch())
            route.abort()
        else:
            route.continue_()

    page.route("**/learning/quizzes/**", lose_the_first_reply)
    choose(page, attempt, right=False)
    expect(page.locator(SHOWN)).to_have_text("Not saved yet – trying again")
    chosen = choose(page, attempt, right=True)
    expect(page.locator(SHOWN)).to_have_text("Saved", timeout=20_000)
    assert kept(attempt) == {"answer": [chosen]}


def test_leaving_while_the_server_fails_keeps_the_answer_in_the_tab(
    line: BrowserContext, attempt: Attempt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quizzes, "keep_answer", lambda *_: HttpResponse(status=503))
    page = opened(line, attempt)
    page.on("dialog", lambda dialog: dialog.accept())
    chosen = choose(page, attempt, right=False)
    expect(page.locator(SHOWN)).to_have_text("Not saved yet – trying again")
    page.goto("/glossary/")
    assert kept(attempt) is None
    monkeypatch.undo()
    page.goto(address(attempt))
    expect(page.locator(f'input[value="{chosen}"]')).to_be_checked()
    expect(page.locator(SHOWN)).to_have_text("Saved")
    assert kept(attempt) == {"answer": [chosen]}


def test_leaving_at_once_still_saves(line: BrowserContext, attempt: Attempt) -> None:
    page = opened(line, attempt)
    chosen = choose(page, attempt, right=False)
    page.goto("/glossary/")
    again = opened(line, attempt)
    expect(again.locator(f'input[value="{chosen}"]')).to_be_checked()


def test_who_was_signed_out_finds_it_saved_after_signing_in(
    line: BrowserContext, attempt: Attempt
) -> None:
    skip_question(attempt=attempt, order=1)
    page = opened(line, attempt, 2)
    Session.objects.all().delete()
    page.locator("#id_answer").fill("Ring 999")
    expect(page.locator(SHOWN)).to_have_text(
        "You are signed out: sign in to save – nothing is lost"
    )
    page.locator("[data-saving-state]").get_by_role("link", name="Sign in").click()
    page.get_by_label("Email").fill("learner@agency.example")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in", exact=True).click()
    expect(page.locator("#id_answer")).to_have_value("Ring 999")
    expect(page.locator(SHOWN)).to_have_text("Saved")
    assert kept(attempt, 2) == {"answer": ["Ring 999"]}


def test_two_tabs_tell_each_other_instead_of_overwriting(
    line: BrowserContext, attempt: Attempt
) -> None:
    first, second = opened(line, attempt), opened(line, attempt)
    chosen = choose(first, attempt, right=True)
    expect(first.locator(SHOWN)).to_have_text("Saved")
    choose(second, attempt, right=False)
    expect(second.locator(SHOWN)).to_contain_text("in another tab or on another device")
    assert kept(attempt) == {"answer": [chosen]}
    second.reload()
    expect(second.locator(f'input[value="{chosen}"]')).to_be_checked()
