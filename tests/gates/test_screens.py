"""Every screen in Chromium, at a desk and on phones."""

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from tests.gates.browsing import Findings, Widths, both_widths, look_at, one_width
from tests.gates.everything import screens

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(params=[one_width, pytest.param(both_widths, marks=pytest.mark.deep)])
def findings(
    request: pytest.FixtureRequest,
    browser: Browser,
    demo_site: LiveServer,
    seen: dict[Widths, Findings],
) -> Findings:
    widths = request.param
    if widths not in seen:
        seen[widths] = look_at(screens(), browser, demo_site.url, widths)
    return seen[widths]


def test_no_screen_breaks_a_rule_of_accessibility(findings: Findings) -> None:
    assert findings.rules == [], "\n".join(findings.rules)


def test_no_screen_scrolls_sideways_on_the_narrowest_phone(findings: Findings) -> None:
    assert findings.sideways == [], "\n".join(findings.sideways)


def test_no_screen_complains_in_the_console(findings: Findings) -> None:
    assert findings.console == [], "\n".join(findings.console)
