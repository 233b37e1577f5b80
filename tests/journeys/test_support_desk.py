"""A question asked in private is answered, and its general part reaches everybody."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.journeys.people import sign_in, sign_out

pytestmark = pytest.mark.django_db(transaction=True)
PRIVATE = "Our panel argues about who keeps the minutes, and the chair has asked me to settle it."
NOTE = "Check the sharing agreement first."
PUBLIC = "Who keeps the minutes of a multi-agency panel?"


@pytest.fixture
def team(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    """Another browser, where the team stays signed in: a code works once."""
    context = browser.new_context(**browser_context_args)
    yield context.new_page()
    context.close()


def ask(page: Page) -> str:
    sign_in(page, "learner")
    page.goto("/forum/")
    page.get_by_role("link", name="Ask the front-line team in private").click()
    page.get_by_role("link", name="Ask the team").first.click()
    page.get_by_label("Practice").check()
    page.get_by_label("Your question in one sentence").fill("Minutes: ours or theirs?")
    page.get_by_label("What happened, and what have you tried?").fill(PRIVATE)
    page.get_by_label("You may publish the general part").check()
    page.get_by_role("button", name="Send your request").click()
    expect(page.get_by_text("Your request is with the team.")).to_be_visible()
    return page.url


def work(page: Page) -> str:
    """Taken on, noted and answered; gives the team's address of the request."""
    sign_in(page, "frontline")
    page.goto("/support/desk/")
    page.get_by_role("link", name="Minutes: ours or theirs?").click()
    page.get_by_role("button", name="Take it on").click()
    page.get_by_role("link", name="Add an internal note").click()
    page.get_by_label("Internal note").fill(NOTE)
    page.get_by_role("button", name="Save the note").click()
    expect(page.get_by_text(NOTE)).to_be_visible()
    page.get_by_label("Your answer").fill("Whoever chairs keeps them, as agreed in writing.")
    page.get_by_role("button", name="Send the answer").click()
    expect(page.get_by_text("Answered").first).to_be_visible()
    return page.url


def say_that_it_helped(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.get_by_text("Whoever chairs keeps them")).to_be_visible()
    expect(page.get_by_text(NOTE)).to_have_count(0)
    page.get_by_role("link", name="Tell the team in a moment").click()
    page.get_by_label("Yes").check()
    page.get_by_label("In one sentence, why?").fill("Clear.")
    page.get_by_role("button", name="Tell the team").click()
    expect(page.get_by_text("Thank you.")).to_be_visible()


def publish(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Make the general part public").click()
    expect(page.get_by_text(PRIVATE)).to_be_visible()
    page.get_by_label("Your question in one sentence").fill(PUBLIC)
    page.get_by_label("What happened, and what was tried").fill(PRIVATE)
    page.get_by_label("Answer", exact=False).last.fill("The chair, by a written agreement.")
    page.get_by_label("Where to ask").select_option(label="Leading a partnership")
    page.get_by_role("button", name="Publish in the forum").click()
    expect(page.get_by_text("Write it anew.").first).to_be_visible()
    page.get_by_label("What happened, and what was tried").fill("Agencies see this differently.")
    page.get_by_role("button", name="Publish in the forum").click()
    expect(page.get_by_role("heading", name=PUBLIC)).to_be_visible()
    expect(page.get_by_text("Solved").first).to_be_visible()


def test_from_a_private_request_to_a_public_thread(
    page: Page, team: Page, demo_site: LiveServer
) -> None:
    own = ask(page)
    desk = work(team)
    say_that_it_helped(page, own)
    publish(team, desk)
    page.goto(own)
    expect(page.get_by_role("link", name=PUBLIC)).to_be_visible()
    sign_out(page)
    page.goto("/forum/")
    page.get_by_role("link", name=PUBLIC).click()
    expect(page.get_by_text("The chair, by a written agreement.")).to_be_visible()
    expect(page.get_by_text(re.compile("our panel argues", re.IGNORECASE))).to_have_count(0)
    page.goto(own)
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
