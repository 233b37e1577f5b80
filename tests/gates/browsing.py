"""Opens screens in Chromium, at a desk and on phones, and notes what is wrong there."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser import Watcher
from tests.gates.axe import violations
from tests.gates.people import client_of
from tests.gates.reading import drawing
from tests.gates.screens import Screen
from tests.turns import has_its_turn, this_week

DESK, PHONE, NARROW = 1280, 390, 320
HEIGHT = 900
Widths = Callable[[Screen], Sequence[int]]

SEND = """values => {
    const forms = [...document.querySelectorAll('main form')].filter(f => f.method === 'post');
    const form = forms.find(form => Object.keys(values).every(name => form.elements[name]))
        ?? forms[0];
    for (const [name, value] of Object.entries(values)) {
        const field = form.elements[name];
        if (field && field.type === 'file') {
            const chosen = new DataTransfer();
            chosen.items.add(new File([value], 'table.csv'));
            field.files = chosen.files;
            continue;
        }
        if (field && field.tagName !== 'BUTTON') { field.value = value; continue; }
        const hidden = document.createElement("input");
        Object.assign(hidden, {type: "hidden", name, value});
        form.append(hidden);
    }
    form.noValidate = true;
    form.submit();
}"""

TOO_WIDE = """() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) { return []; }
    const wide = [...document.body.querySelectorAll('*')]
        .filter(part => part.getBoundingClientRect().right > room + 1);
    return wide.slice(-3).map(part => part.outerHTML.slice(0, 120));
}"""


@dataclass
class Findings:
    """Complaints of all screens, each with the screen it is about."""

    rules: list[str] = field(default_factory=list)
    sideways: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)


def both_widths(screen: Screen) -> Sequence[int]:
    return (DESK, PHONE)


def one_width(screen: Screen) -> Sequence[int]:
    """A desk for half of the screens and a phone for the others, the other way round next week."""
    return (DESK if has_its_turn(str(screen), 2, this_week()) else PHONE,)


def look_at(screens: Iterable[Screen], browser: Browser, site: str, widths: Widths) -> Findings:
    """Visits screens person by person, one page for each person; axe judges them at the widths."""
    found = Findings()
    by_person: dict[str, list[Screen]] = {}
    for screen in screens:
        by_person.setdefault(screen.who, []).append(screen)
    for who, theirs in by_person.items():
        with browsing_as(who, browser, site, found) as page:
            for screen in theirs:
                visit(page, screen, found, widths(screen))
    return found


@contextmanager
def browsing_as(who: str, browser: Browser, site: str, found: Findings) -> Iterator[Page]:
    context = browser.new_context(base_url=site, locale="en-GB", timezone_id="Europe/London")
    watcher = Watcher(site)
    watcher.follow(context)
    bring_session(context, who, site)
    yield context.new_page()
    context.close()
    found.console += watcher.complaints


def bring_session(context: BrowserContext, who: str, site: str) -> None:
    cookies = client_of(who).cookies
    context.add_cookies(
        [{"name": name, "value": cookie.value, "url": site} for name, cookie in cookies.items()]
    )


def visit(page: Page, screen: Screen, found: Findings, widths: Sequence[int]) -> None:
    page.set_viewport_size({"width": DESK, "height": HEIGHT})
    if not open_screen(page, screen):
        found.console.append(f"{screen}: no form to send at {page.url}")
        return
    for width in widths:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        found.rules += [f"{screen} at {width}: {text}" for text in violations(page)]
    page.set_viewport_size({"width": NARROW, "height": HEIGHT})
    found.sideways += [f"{screen}: {text}" for text in page.evaluate(TOO_WIDE)]


def open_screen(page: Page, screen: Screen) -> bool:
    """Shows the screen. False where something is to be sent and there is no form for it."""
    if screen.template:
        draw(page, screen.template)
        return True
    page.goto(screen.address)
    if screen.form is None:
        return True
    if not page.locator("main form[method=post]").count():
        return False
    with page.expect_navigation():
        page.evaluate(SEND, dict(screen.form))
    return True


def draw(page: Page, template: str) -> None:
    """At an address of the site, so that styles and policy are those of any page."""
    text = drawing(template)
    page.route("**/drawn/", lambda route: route.fulfill(body=text, content_type="text/html"))
    page.goto("/drawn/")
