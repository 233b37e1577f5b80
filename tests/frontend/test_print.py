"""What comes out of the printer."""

from io import BytesIO

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader
from pytest_django.live_server_helper import LiveServer

from hub.forum.models import Thread
from hub.guidance.models import GuidancePage


def sheets(page: Page, address: str) -> int:
    """How many sheets of A4 the address takes."""
    page.goto(address)
    return len(PdfReader(BytesIO(page.pdf(format="A4"))).pages)


@pytest.mark.django_db(transaction=True)
def test_every_team_briefing_prints_on_one_sheet(demo_site: LiveServer, page: Page) -> None:
    addresses = [f"{guidance.url}?briefing=1" for guidance in GuidancePage.objects.live()]
    assert addresses
    assert [address for address in addresses if sheets(page, address) != 1] == []


@pytest.mark.django_db(transaction=True)
def test_paper_carries_no_controls(demo_site: LiveServer, page: Page) -> None:
    page.goto("/guidance/first-24-hours/")
    page.emulate_media(media="print")
    controls = page.locator("header.cg-header, .cg-footer, form, button:not(.cg-term)")
    assert [one for one in controls.all() if one.is_visible()] == []


@pytest.mark.django_db(transaction=True)
def test_a_printed_thread_asks_for_no_answer(demo_site: LiveServer, page: Page) -> None:
    page.goto(Thread.objects.earliest("pk").get_absolute_url())
    heading = page.get_by_role("heading", name="Answer this question")
    assert heading.is_visible()
    page.emulate_media(media="print")
    assert not heading.is_visible()


@pytest.mark.django_db(transaction=True)
def test_a_printed_course_says_when_it_is_passed_and_asks_nobody_to_sign_in(
    demo_site: LiveServer, page: Page
) -> None:
    page.goto("/courses/county-lines/")
    page.emulate_media(media="print")
    assert page.get_by_text("To complete it").is_visible()
    assert not page.get_by_text("You sign in first").is_visible()
