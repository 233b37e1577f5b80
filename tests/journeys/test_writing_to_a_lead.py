"""A practitioner finds the lead of the area, writes, and is answered."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.journeys.people import sign_in, sign_out

pytestmark = pytest.mark.django_db(transaction=True)


def test_from_any_page_to_an_answer(page: Page, demo_site: LiveServer) -> None:
    sign_in(page, "practitioner")
    page.goto("/")
    page.get_by_role("main").get_by_role("link", name="Find your lead").click()
    expect(page.get_by_role("heading", name="Ardale", exact=True)).to_be_visible()
    page.get_by_role("link", name="Helen Ashworth").click()
    page.get_by_role("link", name="Write to Helen Ashworth").click()
    expect(
        page.get_by_text("Callum Reid, Youth justice practitioner, Youth justice, Ardale")
    ).to_be_visible()
    page.get_by_label("Your message").fill("Who on your side knows the bus station?")
    page.get_by_role("button", name="Send your message").click()
    expect(page.get_by_text("Your message is there.")).to_be_visible()
    sign_out(page)
    sign_in(page, "lead")
    page.goto("/account/notices/")
    page.get_by_role("link", name="A verified colleague has written to you").first.click()
    page.get_by_label("Your message").fill("The evening team does. I'll ask them.")
    page.get_by_role("button", name="Send").click()
    sign_out(page)
    sign_in(page, "practitioner")
    page.goto("/people/messages/")
    page.get_by_role("link", name="Helen Ashworth").click()
    expect(page.get_by_text("The evening team does.")).to_be_visible()
