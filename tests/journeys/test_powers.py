"""The powers finder for a school, a council and a police officer."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.journeys.people import sign_in

pytestmark = pytest.mark.django_db(transaction=True)

ENQUIRY = "Section 47: duty to make child protection enquiries"
SEARCH = "Sections 550ZA to 550ZC: searching pupils for banned items"
CLOSURE = "Sections 76 to 84: closure notice and closure order"
CUCKOOING = "Part 4 Chapter 2: cuckooing: controlling another person's home"
PHONE_LINE = "Section 80A: drug dealing telecommunications restriction order"


def answer(page: Page, *choices: str) -> None:
    for choice in choices:
        page.get_by_label(choice, exact=True).check()
        page.get_by_role("button", name="Continue").click()


def safety_first(page: Page) -> None:
    expect(page.get_by_role("heading", name="Keep them safe first", level=1)).to_be_visible()
    page.get_by_role("button", name="I’ve read this: continue").click()


def results_under(page: Page, heading: str) -> list[str]:
    expect(page.get_by_role("heading", name="What fits", level=1)).to_be_visible()
    section = page.locator("section", has=page.get_by_role("heading", name=heading, level=2))
    return section.get_by_role("heading", level=3).all_inner_texts()


def test_a_school_meets_safeguarding_before_the_search_of_a_pupil(
    page: Page, demo_site: LiveServer
) -> None:
    page.goto("/")
    page.get_by_role("link", name="Law", exact=True).first.click()
    page.get_by_role("link", name="Find which powers fit").first.click()
    answer(page, "I’m not sure")
    safety_first(page)
    answer(page, "Schools and colleges", "Knives or other weapons", "A child, under 18", "England")
    expect(page.get_by_role("heading", name="What fits", level=1)).to_be_visible()
    titles = page.get_by_role("heading", level=3).all_inner_texts()
    assert titles.index(ENQUIRY) < titles.index(SEARCH)
    assert SEARCH in results_under(page, "Search, removal and offences")
    page.go_back()
    expect(page.get_by_role("heading", name="Where is it?")).to_be_visible()


def test_a_council_compares_what_fits_a_home_that_was_taken_over(
    page: Page, demo_site: LiveServer
) -> None:
    page.goto("/legislation/powers/")
    answer(page, "Yes, or there are signs of it")
    safety_first(page)
    answer(page, "Community safety", "A home has been taken over", "An adult over 25", "England")
    assert CUCKOOING in results_under(page, "Not available")
    assert results_under(page, "Duties to keep people safe")
    for title in (CLOSURE, "Section 1: civil injunction"):
        page.get_by_label(f"See side by side: {title}").check()
    page.get_by_role("button", name="See the ticked ones side by side").click()
    beside = page.locator(".cg-beside__each")
    expect(beside).to_have_count(2)
    tops = {beside.nth(n).locator("dt", has_text="The test").bounding_box()["y"] for n in (0, 1)}
    assert len(tops) == 1
    page.get_by_role("link", name="Back to what fits").click()
    expect(page.get_by_role("heading", name="What fits", level=1)).to_be_visible()


def test_a_police_officer_who_is_verified_sees_tactics_too(
    page: Page, demo_site: LiveServer
) -> None:
    sign_in(page, "practitioner")
    page.goto("/legislation/powers/")
    answer(page, "Yes, or there are signs of it")
    safety_first(page)
    answer(
        page,
        "Police",
        "Drugs are being run into the area or sold here",
        "A child, under 18",
        "England",
    )
    assert PHONE_LINE in results_under(page, "Limits on a place or a phone line")
    page.get_by_text("Change your answers").click()
    page.get_by_role("link", name="Change You are").click()
    answer(page, "Community safety")
    assert PHONE_LINE not in results_under(page, "Limits on a place or a phone line")


def test_it_works_on_a_phone_without_script(
    browser_without_script: Page, demo_site: LiveServer
) -> None:
    page = browser_without_script
    page.goto(f"{demo_site.url}/legislation/powers/")
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_text("Choose an answer.").first).to_be_visible()
    answer(page, "No, we have looked and found no sign of it", "Police", "Knives or other weapons")
    answer(page, "A young adult, 18 to 25", "England")
    names = results_under(page, "Not available")
    assert "Sections 14 to 29: knife crime prevention order" in names
    boxes = page.locator("input[name=choose]")
    for number in range(3):
        boxes.nth(number).check()
    page.get_by_role("button", name="See the ticked ones side by side").click()
    expect(page.locator(".cg-beside__each")).to_have_count(3)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
