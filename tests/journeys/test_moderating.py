"""A first post waits and is shown; another is reported, hidden, and its writer appeals."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from hub.forum.models import Thread
from tests.factories.people import UserFactory
from tests.journeys.people import sign_in

pytestmark = pytest.mark.django_db(transaction=True)
TITLE = "How do you measure whether referrers hear back?"  # in the space that the lead moderates
FIRST = "We ask them at the end of each month, by telephone."
HARSH = "Whoever counts letters instead of calling has understood nothing."


@pytest.fixture
def open_browser(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Any]:
    """A browser for each person, where they stay signed in: a code works once."""
    contexts = []

    def opened(key: str) -> Page:
        contexts.append(browser.new_context(**browser_context_args))
        page = contexts[-1].new_page()
        sign_in(page, key)
        return page

    yield opened
    for context in contexts:
        context.close()


def reply(page: Page, thread: Thread, words: str) -> None:
    page.goto(thread.get_absolute_url())
    page.get_by_label("Your answer").fill(words)
    page.get_by_role("button", name="Post your answer").click()


def decide(page: Page, decision: str, reason: str = "") -> None:
    """The oldest of what waits in the queue."""
    page.goto("/forum/reports/")
    page.get_by_role("link", name=TITLE).first.click()
    page.get_by_role("button", name="Take it on").click()
    if reason:
        page.get_by_role("link", name=re.compile(reason)).click()
        expect(page.get_by_label("Why?")).to_have_value(re.compile(reason))
    page.get_by_label(decision, exact=True).check()
    page.get_by_role("button", name="Decide").click()


def test_a_first_post_is_seen_once_a_moderator_has_looked(
    open_browser: Any, page: Page, settings: Any, demo_site: LiveServer
) -> None:
    settings.FORUM_APPROVED_POSTS = 1
    thread = Thread.objects.get(title=TITLE)
    UserFactory(email="new@demo.example", name="Noor Ahmed", password=settings.DEMO_PASSWORD)
    newcomer, moderator = open_browser("new"), open_browser("moderator")
    reply(newcomer, thread, FIRST)
    expect(newcomer.get_by_text("Waiting for a moderator")).to_be_visible()
    page.goto(thread.get_absolute_url())
    expect(page.get_by_text(FIRST)).to_have_count(0)
    decide(moderator, "Show it to everybody")
    page.reload()
    expect(page.get_by_text(FIRST)).to_be_visible()


def test_from_a_report_to_an_appeal_that_another_moderator_grants(
    open_browser: Any, page: Page, demo_site: LiveServer
) -> None:
    thread = Thread.objects.get(title=TITLE)
    writer, moderator = open_browser("practitioner"), open_browser("moderator")
    reply(writer, thread, HARSH)

    sign_in(page, "learner")
    page.goto(thread.get_absolute_url())
    post = page.locator("article", has_text=HARSH)
    post.get_by_role("link", name="Report").click()
    page.get_by_label("It is abusive or demeans people").check()
    page.get_by_role("button", name=re.compile("Report|Send")).last.click()
    expect(page.get_by_text("The moderators have been told.")).to_be_visible()

    decide(moderator, "Hide it", "put people before labels")
    page.goto(thread.get_absolute_url())
    expect(page.get_by_text(HARSH)).to_have_count(0)

    writer.goto("/account/notices/")
    writer.get_by_role("link", name="A moderator hid a post of yours").first.click()
    expect(writer.get_by_text("put people before labels")).to_be_visible()
    writer.get_by_label("Why should the decision change?").fill("It is about a way of counting.")
    writer.get_by_role("button", name="Send the appeal").click()

    moderator.goto("/forum/reports/")
    expect(moderator.get_by_text("you decided first, so it waits")).to_be_visible()
    lead = open_browser("lead")
    lead.goto("/forum/reports/")
    lead.get_by_role("region", name="Appeals").get_by_role("link", name=TITLE).click()
    lead.get_by_label("Grant it: the first decision was wrong").check()
    lead.get_by_label("Why?").fill("It is hard on an idea and on nobody.")
    lead.get_by_role("button", name="Answer the appeal").click()

    page.reload()
    expect(page.get_by_text(HARSH)).to_be_visible()
    writer.reload()
    expect(writer.get_by_text("Granted: the first decision no longer counts")).to_be_visible()
