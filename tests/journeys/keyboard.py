"""Moving about by keyboard alone, and what has to hold at every step."""

from playwright.sync_api import Locator, Page

MOST_STEPS = 150
FOCUSED = """() => {
    const element = document.activeElement;
    if (!element || element === document.body) { return null; }
    const outlined = (part, where) => {
        const style = part ? getComputedStyle(part, where) : {outlineStyle: 'none'};
        return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    };
    // A card draws the outline around all of it, a radio button on what stands for it.
    const drawn = getComputedStyle(element).opacity === '0'
        ? outlined(element.nextElementSibling, '::before')
        : outlined(element) || outlined(element, '::after');
    const frame = element.getBoundingClientRect();
    window.stops ??= [];
    if (!window.stops.includes(element)) { window.stops.push(element); }
    return {
        number: window.stops.indexOf(element),
        words: element.outerHTML.slice(0, 100),
        outlined: drawn,
        onScreen: frame.bottom > 0 && frame.top < innerHeight && frame.width > 0,
    };
}"""


def step(page: Page) -> int | None:
    """One press of Tab. Gives the number of the stop, the first being 0; None beyond the last.

    Raises AssertionError where a person could not see what is focused.
    """
    page.keyboard.press("Tab")
    stop = page.evaluate(FOCUSED)
    if stop is None:
        return None
    assert stop["outlined"], f"no outline: {stop['words']}"
    assert stop["onScreen"], f"out of sight: {stop['words']}"
    return int(stop["number"])


def tab_to(page: Page, wanted: Locator) -> None:
    for _press in range(MOST_STEPS):
        step(page)
        if wanted.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"no number of Tabs reaches {wanted}")


def stops(page: Page) -> list[int]:
    """Every stop from the top of the page to its end, in order."""
    found: list[int] = []
    while (number := step(page)) is not None and number not in found:
        found.append(number)
        assert len(found) < MOST_STEPS * 3, "the page has no end"
    return found
