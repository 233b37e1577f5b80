"""Where the system picks the colours, nothing may rest on ours."""

import pytest
from playwright.sync_api import Locator, Page

CANVAS = "rgb(0, 0, 0)"


@pytest.fixture
def guide(page: Page) -> Page:
    page.emulate_media(forced_colors="active", color_scheme="dark")
    page.goto("/style-guide/")
    return page


def style(element: Locator, name: str, pseudo: str = "") -> str:
    return element.evaluate(
        "(node, [name, pseudo]) => getComputedStyle(node, pseudo || null)[name]", [name, pseudo]
    )


pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize(
    "piece",
    [".cg-now", ".cg-note", ".cg-discuss", ".cg-banner", ".cg-callout", ".cg-card", ".cg-button"],
)
def test_panels_and_buttons_have_an_edge(guide: Page, piece: str) -> None:
    element = guide.locator(f"[data-example] {piece}").first
    assert float(style(element, "borderLeftWidth").removesuffix("px")) >= 1
    assert style(element, "borderLeftColor") != CANVAS


@pytest.mark.parametrize("control", ["a.cg-button", "button.cg-button", ".govuk-input"])
def test_focus_draws_an_outline(guide: Page, control: str) -> None:
    element = guide.locator(f"[data-example] {control}").first
    element.focus()
    assert style(element, "outlineStyle") == "solid"
    assert style(element, "outlineColor") != CANVAS


@pytest.mark.parametrize("kind", ["radios", "checkboxes"])
def test_a_checked_choice_shows_its_mark(guide: Page, kind: str) -> None:
    chosen = guide.locator(f"[data-example] .govuk-{kind}__input:checked + label").first
    assert style(chosen, "opacity", "::after") == "1"
    assert style(chosen, "borderLeftColor", "::after") != CANVAS


def test_an_icon_takes_the_colour_of_the_words_beside_it(guide: Page) -> None:
    icons = guide.locator("[data-example] .cg-icon")
    differing = icons.evaluate_all(
        """icons => icons.filter(icon => getComputedStyle(icon).stroke
            !== getComputedStyle(icon.parentElement).color).length"""
    )
    assert icons.count() > 20
    assert differing == 0


def test_the_filled_plot_stands_out_from_the_others(guide: Page) -> None:
    here = style(guide.locator(".plot--here").first, "fill")
    other = style(guide.locator(".plot:not(.plot--here)").first, "fill")
    assert here != other
    assert CANVAS not in (here, other)


def test_the_bar_of_progress_has_an_edge(guide: Page) -> None:
    assert style(guide.locator("[data-example] progress").first, "borderTopColor") != CANVAS
