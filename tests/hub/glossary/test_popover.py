"""A defined word opens by keyboard, with script switched off."""

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from tests.factories.pages import guidance, term


@pytest.mark.django_db(transaction=True)
def test_a_defined_word_opens_and_closes_by_keyboard_without_script(
    browser: Browser, live_server: LiveServer
) -> None:
    term("Cuckooing", definition="Taking over a home.")
    page = guidance(body=[("paragraph", "<p>Cuckooing hurts.</p>")])
    context = browser.new_context(java_script_enabled=False, base_url=live_server.url)
    tab = context.new_page()
    tab.goto(page.url)
    meaning = tab.get_by_text("Taking over a home.")
    assert not meaning.is_visible()
    tab.get_by_role("button", name="Cuckooing").press("Enter")
    assert meaning.is_visible()
    tab.keyboard.press("Escape")
    assert not meaning.is_visible()
    context.close()
