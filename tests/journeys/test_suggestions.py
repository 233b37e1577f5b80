"""Suggestions while somebody types, by keyboard alone."""

import re

import pytest
from playwright.sync_api import Page, Route, expect
from pytest_django.live_server_helper import LiveServer

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_suggestion_is_chosen_by_keyboard(page: Page, demo_site: LiveServer) -> None:
    page.goto("/search/")
    box = page.get_by_role("combobox", name="Words to search for")
    box.press_sequentially("cuck", delay=30)
    suggestions = page.get_by_role("listbox", name="Suggestions")
    expect(suggestions).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("status").filter(has_text="Up and down arrows")).to_be_attached()
    box.press("ArrowDown")
    first = suggestions.get_by_role("option").first
    expect(first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", first.get_attribute("id") or "")
    box.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Cuckooing")).to_be_visible()


def test_escape_closes_the_list_and_keeps_the_words(page: Page, demo_site: LiveServer) -> None:
    page.goto("/")
    box = page.locator("#home-search")
    box.press_sequentially("county", delay=30)
    expect(page.get_by_role("listbox")).to_be_visible()
    box.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_value("county")


def test_up_and_down_go_round_and_enter_alone_searches(page: Page, demo_site: LiveServer) -> None:
    page.goto("/search/")
    box = page.locator("#search-words")
    box.press_sequentially("county", delay=30)
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    box.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    box.press("ArrowDown")
    expect(page.locator("[role=option][aria-selected=true]")).to_have_count(0)
    box.press("Enter")
    expect(page.get_by_text("results for “county”")).to_be_visible()


def test_a_letter_typed_while_an_answer_is_on_its_way_gets_its_own(
    page: Page, demo_site: LiveServer
) -> None:
    def hold(_: Route) -> None:
        """Answers never."""

    page.route(re.compile(r"/search/suggest/\?q=coun$"), hold)
    page.goto("/search/")
    box = page.locator("#search-words")
    with page.expect_request(re.compile(r"\?q=coun$")):
        box.press_sequentially("coun")
    box.press("t")
    expect(page.get_by_role("option").first).to_be_visible()


def test_more_like_a_page_is_loaded_when_it_comes_into_sight(
    page: Page, demo_site: LiveServer
) -> None:
    page.goto("/guidance/county-lines/")
    page.get_by_role("link", name="More like this").scroll_into_view_if_needed()
    expect(page.get_by_role("heading", name="More like this")).to_be_visible()


def test_more_like_a_page_is_a_link_without_script(
    browser_without_script: Page, demo_site: LiveServer
) -> None:
    page = browser_without_script
    page.goto(f"{demo_site.url}/guidance/county-lines/")
    page.get_by_role("link", name="More like this").click()
    expect(page.get_by_role("heading", level=1, name="More like this")).to_be_visible()
