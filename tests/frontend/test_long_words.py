"""Words without a break stay inside the component that shows them."""

import pytest
from playwright.sync_api import Page

# The header follows the width of the window, which is more than an example has.
WIDE = "components/header.html"
OVERFLOWING = """boxes => boxes.filter(box => box.scrollWidth > box.clientWidth)
    .map(box => box.closest("section").querySelector("h2").textContent)"""


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("width", [390, 1280])
def test_no_component_is_wider_than_its_place(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/style-guide/")
    found = page.locator("[data-example]").evaluate_all(OVERFLOWING)
    assert set(found) - {WIDE} == set()
