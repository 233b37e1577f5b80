"""Every screen in Chromium, at a desk and on phones."""

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from tests.gates.browsing import Findings, look_at
from tests.gates.everything import screens

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def findings(browser: Browser, demo_site: LiveServer, seen: dict[str, Findings]) -> Findings:
    if "all" not in seen:
        seen["all"] = look_at(screens(), browser, demo_site.url)
    return seen["all"]


def test_no_screen_breaks_a_rule_of_accessibility(findings: Findings) -> None:
    assert findings.rules == [], "\n".join(findings.rules)


def test_no_screen_scrolls_sideways_on_the_narrowest_phone(findings: Findings) -> None:
    assert findings.sideways == [], "\n".join(findings.sideways)


def test_no_screen_complains_in_the_console(findings: Findings) -> None:
    assert findings.console == [], "\n".join(findings.console)
