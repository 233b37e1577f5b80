"""A question is asked, answered by a colleague, and the answer accepted."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.journeys.people import sign_in, sign_out

pytestmark = pytest.mark.django_db(transaction=True)
TITLE = "Who rings the parents when a child is found in another county?"


def test_from_a_question_to_an_accepted_answer(page: Page, demo_site: LiveServer) -> None:
    sign_in(page, "learner")
    page.goto("/forum/ask/")
    page.get_by_label("Your question in one sentence").fill(TITLE)
    page.get_by_label("Where to ask").select_option(label="Referrals and thresholds")
    page.get_by_label("What happened, and what have you tried?").fill(
        "Our pupil was found **two counties away** last night."
    )
    page.get_by_role("button", name="Post your question").click()
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    expect(page.locator("strong", has_text="two counties away")).to_be_visible()
    address = page.url
    sign_out(page)
    sign_in(page, "lead")
    page.goto(address)
    page.get_by_label("Your answer").fill("The force that found the child does, with social care.")
    page.get_by_role("button", name="Post your answer").click()
    sign_out(page)
    sign_in(page, "learner")
    page.goto(address)
    page.get_by_role("button", name="Accept this answer").first.click()
    expect(page.get_by_text("Solved").first).to_be_visible()
    expect(page.get_by_text("Community safety manager, Ardale").first).to_be_visible()
