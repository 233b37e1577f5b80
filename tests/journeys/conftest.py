from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page


@pytest.fixture
def browser_without_script(browser: Browser) -> Iterator[Page]:
    """A phone with scripting off."""
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 390, "height": 800}, locale="en-GB"
    )
    yield context.new_page()
    context.close()
