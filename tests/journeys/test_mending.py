"""An author hears while they write what could be mended, on a desk, on a phone, without script."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from hub.guidance.models import GuidancePage
from tests.gates.browsing import PHONE
from tests.journeys.people import sign_in

pytestmark = pytest.mark.django_db(transaction=True)
UNEXPLAINED = "Neither the page nor the glossary says what QXA means."
SECONDS = 1000


@pytest.fixture(autouse=True)
def without_autosave(settings: Any) -> None:
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0


def open_editor(page: Page) -> Locator:
    """As an author; gives the field of the summary."""
    sign_in(page, "author")
    guide = GuidancePage.objects.live().order_by("pk").first()
    page.goto(f"/cms/pages/{guide.pk}/edit/")
    return page.locator("#id_summary")


def notes(page: Page, field: str) -> Locator:
    return page.locator(f"[data-contentpath={field}] [data-page-note]", has_text=UNEXPLAINED)


def panel(page: Page) -> Locator:
    return page.locator("[data-side-panel=checks]")


def test_a_note_comes_beside_the_field_and_goes_when_the_text_is_mended(
    page: Page, demo_site: LiveServer
) -> None:
    summary = open_editor(page)
    summary.fill("Ask the QXA team.")
    expect(notes(page, "summary")).to_have_count(1, timeout=20 * SECONDS)
    summary.fill("Ask the team.")
    expect(notes(page, "summary")).to_have_count(0, timeout=20 * SECONDS)


def test_a_new_text_has_its_note_before_anybody_saves_it(page: Page, demo_site: LiveServer) -> None:
    open_editor(page)
    body = page.locator("[data-contentpath=body]")
    box = body.get_by_role("textbox").first
    box.click()
    box.press_sequentially("Ask the QXA team. ")
    inner = body.locator("[data-contentpath]", has=page.locator("[data-page-note]"))
    expect(inner.filter(has_text=UNEXPLAINED).first).to_be_visible(timeout=20 * SECONDS)


def test_on_a_phone_the_list_leads_to_the_field(page: Page, demo_site: LiveServer) -> None:
    page.set_viewport_size({"width": PHONE, "height": 800})
    summary = open_editor(page)
    summary.fill("Ask the QXA team.")
    expect(notes(page, "summary")).to_have_count(1, timeout=20 * SECONDS)
    page.get_by_role("button", name="Toggle checks").click()
    line = panel(page).get_by_role("listitem").filter(has_text=UNEXPLAINED)
    line.get_by_role("link", name="Summary").press("Enter")
    expect(summary).to_be_focused()
    expect(summary).to_be_in_viewport()


def test_notes_that_can_t_be_brought_up_to_date_say_so(page: Page, demo_site: LiveServer) -> None:
    def fail(route: Route) -> None:
        route.abort()

    page.route(re.compile("/checks/$"), fail)
    open_editor(page)
    page.get_by_role("button", name="Toggle checks").click()
    said = panel(page).get_by_role("status").filter(has_text="couldn’t be brought up to date")
    expect(said).to_be_visible(timeout=20 * SECONDS)


def test_the_list_of_a_page_needs_no_script(browser: Browser, demo_site: LiveServer) -> None:
    page = browser.new_page(java_script_enabled=False, base_url=demo_site.url, locale="en-GB")
    sign_in(page, "author")
    guide = GuidancePage.objects.live().order_by("pk").first()
    page.goto(f"/cms/pages/{guide.pk}/checks/")
    expect(page.get_by_role("heading", level=1)).to_contain_text(guide.title)
    expect(page.get_by_text(re.compile(r"\d+ things? could be mended"))).to_be_visible()
    page.close()
