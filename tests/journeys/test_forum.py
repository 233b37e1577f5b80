"""A question in the forum: answered before it is asked, or routed, answered and made knowledge."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from hub.core.working_days import working_days_since
from hub.forum.models import Thread
from hub.forum.services.waiting import look_after_questions
from tests.journeys.cms import approve
from tests.journeys.people import sign_in

pytestmark = pytest.mark.django_db(transaction=True)
TITLE = "Who stays with a child when every service changes its worker?"
PRACTICE = "One worker stays, whatever the service"


@pytest.fixture
def lead(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    """A browser of the lead's own, where the lead stays signed in: a code works once."""
    context = browser.new_context(**browser_context_args)
    yield context.new_page()
    context.close()


@pytest.fixture
def reviewer(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    context = browser.new_context(**browser_context_args)
    yield context.new_page()
    context.close()


def test_a_suggestion_answers_before_anything_is_asked(page: Page, demo_site: LiveServer) -> None:
    sign_in(page, "learner")
    page.goto("/forum/ask/")
    page.get_by_label("Your question in one sentence").press_sequentially(
        "closure order without losing the tenant's home", delay=10
    )
    found = page.get_by_role("status").filter(has_text="Is it answered here already?")
    thread = found.get_by_role("link", name=re.compile("How do we use a closure order"))
    with page.expect_popup() as opened:
        thread.click()
    expect(opened.value.get_by_role("region", name="Accepted answer")).to_be_visible()
    expect(page.get_by_label("Your question in one sentence")).to_have_value(
        "closure order without losing the tenant's home"
    )


def ask(page: Page) -> str:
    sign_in(page, "practitioner")
    page.goto("/forum/ask/")
    page.get_by_label("Your question in one sentence").fill(TITLE)
    page.get_by_label("Where to ask").select_option(label="Evidence and data")
    page.get_by_label("What happened, and what have you tried?").fill(
        "Three services, three workers, and each starts from nothing."
    )
    page.get_by_role("button", name="Post your question").click()
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    return page.url


def wait_three_working_days() -> None:
    thread, now = Thread.objects.get(title=TITLE), timezone.now()
    moments = (now - timedelta(days=days) for days in range(20))
    asked = next(moment for moment in moments if working_days_since(moment, now) == 3)
    Thread.objects.filter(pk=thread.pk).update(created_at=asked)
    look_after_questions()


def answer(lead: Page) -> None:
    """The lead of the asker's area finds it among the notices."""
    sign_in(lead, "lead")
    lead.goto("/account/notices/")
    lead.get_by_role("link", name=f"Nobody has answered “{TITLE}”").click()
    lead.get_by_label("Your answer").fill("Ours keeps one worker until the child says otherwise.")
    lead.get_by_role("button", name="Post your answer").click()
    expect(lead.get_by_text("Your answer is up.")).to_be_visible()


def make_practice(lead: Page, address: str) -> None:
    lead.goto(address)
    lead.get_by_role("link", name="Make this practice").click()
    expect(lead.get_by_label("What was done")).to_have_value(re.compile("Ours keeps one worker"))
    lead.get_by_label("Title").fill(PRACTICE)
    lead.get_by_label("Summary").fill("How one service kept a worker with each child.")
    lead.get_by_label("Place").fill("A county in the demonstration")
    lead.get_by_role("button", name="Send to the reviewers").click()
    expect(lead.get_by_text("The draft is with the reviewers.")).to_be_visible()


def publish(reviewer: Page) -> None:
    sign_in(reviewer, "reviewer")
    reviewer.goto("/cms/")
    reviewer.get_by_role("link", name=PRACTICE).first.click()
    approve(reviewer)


def test_from_a_question_to_published_practice(
    page: Page, lead: Page, reviewer: Page, demo_site: LiveServer
) -> None:
    address = ask(page)
    wait_three_working_days()
    answer(lead)
    page.goto(address)
    page.get_by_role("button", name="Accept this answer").click()
    expect(page.get_by_text("Solved").first).to_be_visible()
    make_practice(lead, address)

    lead.goto("/account/notices/")
    lead.get_by_role("link", name=re.compile("May it thank you by name")).first.click()
    lead.get_by_role("button", name="Yes, thank me by name").click()
    publish(reviewer)

    page.goto(f"/search/?q={PRACTICE.replace(' ', '+')}")
    page.get_by_role("main").get_by_role("link", name=PRACTICE).first.click()
    expect(page.get_by_text("With thanks to")).to_be_visible()
    page.get_by_role("link", name=TITLE).click()
    expect(page.get_by_role("heading", name="What this became")).to_be_visible()
