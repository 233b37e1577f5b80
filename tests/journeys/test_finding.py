"""Search, guidance, the law behind it, a word explained."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

pytestmark = pytest.mark.django_db(transaction=True)


def test_from_a_search_to_guidance_to_law_to_a_word(page: Page, demo_site: LiveServer) -> None:
    page.goto("/")
    page.locator("#home-search").fill("child found with drugs far from home")
    page.locator("#home-search").press("Enter")
    expect(page.get_by_text("results for")).to_be_visible()
    page.get_by_role("main").get_by_role(
        "link", name="A child found with drugs far from home: the first 24 hours"
    ).first.click()
    expect(page.get_by_role("heading", name="What to do now")).to_be_visible()
    page.get_by_role("main").get_by_role("link", name="Section 45").first.click()
    expect(page.get_by_role("heading", name="The test")).to_be_visible()
    expect(page.get_by_role("link", name="Read the official text")).to_be_visible()


def test_a_defined_word_opens_by_keyboard_without_script(
    browser_without_script: Page, demo_site: LiveServer
) -> None:
    page = browser_without_script
    page.goto(f"{demo_site.url}/guidance/county-lines/")
    word = page.locator("button.cg-term").first
    word.focus()
    page.keyboard.press("Enter")
    definition = page.locator("[popover]:popover-open")
    expect(definition).to_be_visible()
    definition.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_search_works_on_a_phone_without_script(
    browser_without_script: Page, demo_site: LiveServer
) -> None:
    page = browser_without_script
    page.goto(f"{demo_site.url}/search/?q=cuckooing")
    expect(page.get_by_role("main").get_by_role("link", name="Cuckooing").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_very_long_word_does_not_push_the_page_off_the_screen(
    browser_without_script: Page, demo_site: LiveServer
) -> None:
    page = browser_without_script
    page.goto(f"{demo_site.url}/search/?q={'x' * 200}")
    expect(page.get_by_text("0 results for")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 390
