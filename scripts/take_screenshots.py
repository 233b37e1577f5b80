"""Takes the pictures of the README from a running demonstration: `make screenshots`.

HUB names another address than http://localhost:8000; Chromium has to be installed, or named in
CHROMIUM. What it enters (a course under way, a quiz begun) stays in that demonstration.
"""

import io
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "images"
HUB = os.environ.get("HUB") or f"http://localhost:{os.environ.get('PORT', '8000')}"
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
PASSWORD = "common-ground-demo"  # noqa: S105 of invented people
DESK = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 780}
MOST_BYTES = 150_000


@dataclass(frozen=True)
class Shot:
    """A picture of an address, as seen by a stranger or by a demonstration person."""

    name: str
    address: str
    who: str = ""
    room: dict[str, int] | None = None
    before: Callable[[Page], None] | None = None


def begin_course(page: Page) -> None:
    """On the page of a course: starts it where it isn't, and finishes one lesson."""
    start = page.get_by_role("button", name="Start")
    if start.count():
        start.click()
        page.get_by_role("button", name="Mark as done").click()
        page.goto(f"{HUB}/courses/county-lines/")


def open_thread(page: Page) -> None:
    """From the list of solved questions to the first."""
    page.get_by_role("main").locator("a[href*='/forum/threads/']").first.click()
    page.wait_for_load_state()


SHOTS = (
    Shot("home", "/"),
    Shot("guidance", "/guidance/county-lines/"),
    Shot("law", "/legislation/modern-slavery-act-2015/section-45/"),
    Shot("search", "/search/?q=child+found+with+drugs"),
    Shot("course", "/courses/county-lines/", who="learner", before=begin_course),
    Shot("thread", "/forum/?state=solved", before=open_thread),
    Shot("cms", "/cms/", who="reviewer"),
    Shot("home-phone", "/", room=PHONE),
    Shot("guidance-phone", "/guidance/county-lines/", room=PHONE),
)


def take(shot: Shot, browser: Browser) -> None:
    context = browser.new_context(base_url=HUB, viewport=shot.room or DESK, locale="en-GB")
    page = context.new_page()
    if shot.who:
        sign_in(page, shot.who)
    page.goto(shot.address)
    if shot.before:
        shot.before(page)
    store(page.screenshot(), FOLDER / f"{shot.name}.png")
    context.close()


def sign_in(page: Page, key: str) -> None:
    """By the form, with the code that the demonstration's mailbox shows where one is asked for."""
    page.goto("/accounts/login/")
    page.get_by_label("Email address").fill(f"{key}@demo.example")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in", exact=True).click()
    if "/2fa/" in page.url:
        mailbox = page.context.new_page()
        mailbox.goto("/demo/mail/")
        row = mailbox.get_by_role("row", name=f"{key}@demo.example")
        page.get_by_label("Code").fill(row.locator("code").inner_text())
        page.get_by_role("main").get_by_role("button", name="Sign in", exact=True).click()


def store(taken: bytes, file: Path) -> None:
    """With as many colours as fit into the size that a picture may have."""
    picture = Image.open(io.BytesIO(taken)).convert("RGB")
    for colours in (256, 128, 64, 32, 16):
        packed = io.BytesIO()
        picture.quantize(colours, dither=Image.Dither.NONE).save(packed, "PNG", optimize=True)
        if packed.tell() <= MOST_BYTES:
            break
    file.write_bytes(packed.getvalue())


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for shot in SHOTS:
            take(shot, browser)
        browser.close()


if __name__ == "__main__":
    main()
