"""A lead shares practice on a phone, and it is asked about, approved, published and found."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from hub.sharing.models import SharedExample
from tests.journeys.cms import approve
from tests.journeys.people import sign_in

pytestmark = pytest.mark.django_db(transaction=True)
TITLE = "Breakfast before the first lesson"
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def phone(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    context = browser.new_context(**{**browser_context_args, "viewport": PHONE})
    yield context.new_page()
    context.close()


@pytest.fixture
def reviewer(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    context = browser.new_context(**browser_context_args)
    yield context.new_page()
    context.close()


def go_on(page: Page) -> None:
    page.get_by_role("button", name="Save and continue").click()


def begin(phone: Page) -> None:
    sign_in(phone, "lead")
    phone.goto("/practice/")
    phone.get_by_role("link", name="Share your practice").click()
    phone.get_by_role("button", name="Start a new example").click()
    phone.get_by_role("link", name="Title and summary").click()
    phone.get_by_label("What was done, in one line?").fill(TITLE)
    phone.get_by_label("What does it give, for whom?").fill("For schools that lose children early.")
    go_on(phone)


def lose_the_connection(phone: Page) -> None:
    """What was saved is there when it comes back; the answer on the way is typed again."""
    phone.get_by_label("Where was it?").fill("A town in the demonstration")
    phone.context.set_offline(True)
    phone.get_by_role("button", name="Save and continue").click(no_wait_after=True)
    phone.wait_for_timeout(500)
    phone.context.set_offline(False)
    phone.goto("/practice/share/")
    phone.get_by_role("link", name=TITLE).click()
    phone.get_by_role("link", name="Where it was").click()
    phone.get_by_label("Where was it?").fill("A town in the demonstration")
    go_on(phone)
    expect(phone.get_by_role("heading", name="Who took part")).to_be_visible()


def answer_the_rest(phone: Page, home: str) -> None:
    written = {
        "problem": ("What was the problem?", "Children were missing before the first lesson."),
        "done": ("What did you do?", "A breakfast club opened at half past seven."),
        "results": ("What changed?", "More children stayed for the morning."),
        "did-not-work": ("What didn't work?", "Texts to parents changed nothing."),
    }
    for slug, (label, text) in written.items():
        phone.goto(f"{home}{slug}/")
        phone.get_by_label(label).fill(text)
        go_on(phone)
    phone.goto(f"{home}themes/")
    phone.get_by_role("checkbox").first.check()
    go_on(phone)
    phone.goto(f"{home}evidence/")
    phone.get_by_role("radio", name=re.compile("Monitoring figures")).check()
    go_on(phone)
    phone.goto(f"{home}consent/")
    phone.get_by_label("Who agreed to this being published?").fill("The school, by its head.")
    phone.get_by_role("checkbox").check()
    go_on(phone)


def send(phone: Page) -> str:
    phone.get_by_role("link", name="Check your answers").click()
    phone.get_by_role("button", name="Send to the reviewers").click()
    expect(phone.get_by_text("The reviewers have been told")).to_be_visible()
    return phone.get_by_text(re.compile(r"^CG-")).inner_text()


def ask_for_figures(reviewer: Page, reference: str) -> None:
    sign_in(reviewer, "reviewer")
    reviewer.goto("/account/notices/")
    reviewer.get_by_role("link", name=re.compile(reference)).first.click()
    box = reviewer.get_by_label("Your comment on “What came of it”")
    box.fill("Out of how many children?")
    reviewer.get_by_role("radio", name=re.compile("Ask for changes")).check()
    reviewer.get_by_role("button", name="Send your decision").click()
    expect(reviewer.get_by_text("the author is told")).to_be_visible()


def answer_the_reviewer(phone: Page, reference: str) -> None:
    phone.goto("/account/notices/")
    phone.get_by_role("link", name=re.compile(f"asks for changes.*{reference}")).first.click()
    expect(phone.get_by_text("Changes asked for in 1 part").first).to_be_visible()
    phone.get_by_role("link", name="The figures").click()
    expect(phone.get_by_text("Out of how many children?")).to_be_visible()
    phone.get_by_label("How many?", exact=False).first.fill("34")
    phone.get_by_label("Out of how many?").fill("52")
    phone.get_by_label("Of whom or of what?").fill("children who came to the club")
    phone.get_by_label("Over what time?").fill("one school year")
    go_on(phone)


def approve_it(reviewer: Page) -> None:
    reviewer.goto("/practice/share/review/")
    reviewer.get_by_role("link", name=TITLE).click()
    expect(reviewer.get_by_text("34 of 52 children")).to_be_visible()
    reviewer.get_by_role("radio", name=re.compile("Approve it")).check()
    reviewer.get_by_role("button", name="Send your decision").click()
    reviewer.goto("/cms/")
    reviewer.get_by_role("link", name=TITLE).first.click()
    approve(reviewer)


def test_from_a_phone_to_published_practice(
    phone: Page, reviewer: Page, demo_site: LiveServer
) -> None:
    begin(phone)
    lose_the_connection(phone)
    example = SharedExample.objects.get(title=TITLE)
    home = example.get_absolute_url()
    answer_the_rest(phone, home)
    phone.goto(home)
    reference = send(phone)

    ask_for_figures(reviewer, reference)
    answer_the_reviewer(phone, reference)
    phone.goto(home)
    assert send(phone) == reference
    approve_it(reviewer)

    phone.goto(home)
    phone.get_by_role("main").get_by_role("link", name=TITLE).click()
    expect(phone.get_by_text("34 of 52 children who came to the club (65%)")).to_be_visible()
    phone.goto(f"/search/?q={TITLE.replace(' ', '+')}")
    expect(phone.get_by_role("main").get_by_role("link", name=TITLE).first).to_be_visible()
