"""Things that trainers and authors do in the CMS's forms."""

import re

from playwright.sync_api import FrameLocator, Locator, Page, expect


def text_box(where: Page | Locator, name: str) -> Locator:
    """The field of this label; a star stands behind what must be filled in."""
    return where.get_by_role("textbox", name=re.compile(rf"^{re.escape(name)}\*?$"))


def name_page(page: Page, title: str) -> None:
    """Once the form is ready: it makes the last part of the address from the title."""
    text_box(page, "Title").wait_for()
    page.wait_for_load_state()
    text_box(page, "Title").fill(title)
    page.keyboard.press("Tab")
    expect(page.locator("#id_slug")).not_to_have_value("")


def fill_moment(page: Page, name: str, moment: str) -> None:
    """A day and a time; the calendar that opens for it would cover what comes next."""
    calendar = page.locator(".xdsoft_datetimepicker:visible")
    text_box(page, name).click()
    expect(calendar).to_have_count(1)
    text_box(page, name).fill(moment)
    page.get_by_role("heading", level=2).first.click()
    expect(calendar).to_have_count(0)


def add_block(stream: Locator, kind: str) -> None:
    stream.get_by_role("button", name="Insert a block").last.click()
    stream.page.get_by_role("option", name=kind, exact=True).click()


def write_text(block: Locator, text: str) -> None:
    """By the keys, since the editor hears nothing else; it takes a moment to keep what it heard."""
    block.get_by_role("textbox").press_sequentially(text)
    kept = block.locator("input[name$='-value']")
    expect(kept).to_have_value(re.compile(re.escape(text)))


def choose(page: Page, button: str, name: str) -> None:
    """Opens the chooser, searches in it, and takes what has this name."""
    dialog = open_chooser(page, button)
    dialog.get_by_role("textbox", name="Search term").fill(name)
    dialog.get_by_role("link", name=name, exact=True).click()
    expect(dialog).to_have_count(0)


def choose_page(page: Page, button: str, *way: str) -> None:
    """Opens the chooser of pages and goes down to the last of these."""
    dialog = open_chooser(page, button)
    for above in way[:-1]:
        dialog.get_by_role("row", name=above).get_by_role("link", name="Explore").click()
    dialog.get_by_role("link", name=way[-1], exact=True).click()
    expect(dialog).to_have_count(0)


def open_chooser(page: Page, button: str) -> Locator:
    page.get_by_role("button", name=button, exact=True).last.click()
    return page.get_by_role("dialog")


def save_draft(page: Page) -> None:
    page.get_by_role("button", name="Save draft").click()
    expect(said(page, re.compile(r"Page .+ (created|saved|updated)"))).to_be_visible()


def save(page: Page) -> None:
    """Of what is no page and has no drafts."""
    page.get_by_role("button", name=re.compile("^(Save|Create)$")).click()
    expect(said(page, re.compile("(created|updated|Saved)"))).to_be_visible()


def said(page: Page, words: str | re.Pattern[str]) -> Locator:
    return (
        page.get_by_role("main")
        .get_by_role("status")
        .get_by_role("listitem")
        .filter(has_text=words)
    )


def send_to_reviewers(page: Page) -> None:
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Submit to Reviewers").click()
    expect(said(page, "submitted for moderation")).to_be_visible()


def approve(page: Page) -> None:
    """As a reviewer who has opened what waits."""
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Approve", exact=True).click()
    expect(said(page, "has been updated")).to_be_visible()


def open_preview(page: Page) -> FrameLocator:
    page.get_by_role("button", name="Toggle preview").click()
    return page.get_by_role("complementary", name="Preview").frame_locator("#w-preview-iframe")


def choose_from_actions(page: Page, name: str) -> None:
    """From the three dots beside the name of a page."""
    page.get_by_role("navigation", name="Actions", exact=True).get_by_role("button").click()
    page.get_by_role("link", name=name, exact=True).click()
