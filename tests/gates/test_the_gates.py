"""The gates see what they are there to see."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.gates.axe import violations
from tests.gates.browsing import NARROW, TOO_WIDE
from tests.gates.nu import errors

GOOD = """<!doctype html><html lang="en"><head><title>A page</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><main><h1>A page</h1>{}</main></body></html>"""


def broken(page: Page, part: str) -> set[str]:
    """The rules that a page with this in it breaks."""
    page.set_content(GOOD.format(part))
    return {text.split(" at ")[0] for text in violations(page)}


def test_a_plain_page_breaks_no_rule(page: Page) -> None:
    assert broken(page, "<p>Words.</p>") == set()


@pytest.mark.parametrize(
    ("rule", "part"),
    [
        ("color-contrast", '<p style="color:#bbb">Pale words.</p>'),
        ("label", "<input>"),
        ("image-alt", '<img src="data:,">'),
        ("target-size", '<button style="font-size:4px;padding:0;border:0">a</button>' * 2),
    ],
)
def test_a_broken_rule_is_found(page: Page, rule: str, part: str) -> None:
    assert broken(page, part) == {rule}


def test_a_page_that_scrolls_sideways_is_found(page: Page) -> None:
    page.set_viewport_size({"width": NARROW, "height": 600})
    page.set_content(GOOD.format('<p style="width:400px">Wide.</p>'))
    assert len(page.evaluate(TOO_WIDE)) == 1


def test_an_error_in_html_is_found_and_named(tmp_path: Path) -> None:
    found = errors([("good", GOOD.format("")), ("bad", GOOD.format("<p></main>"))], tmp_path)
    assert {text.split(":")[0] for text in found} == {"bad"}
