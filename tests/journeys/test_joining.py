"""Someone new joins, and an author reaches the CMS by password and code."""

import pytest
from playwright.sync_api import Page, expect

from hub.demo.people import load_people

pytestmark = pytest.mark.django_db(transaction=True)


def test_sign_up_confirm_sign_in_and_fill_in_a_profile(page: Page) -> None:
    page.goto("/accounts/signup/")
    page.get_by_label("Email address").fill("asha@agency.example")
    page.get_by_label("Your name").fill("Asha Rao")
    page.get_by_label("Choose a password").fill("a plain test phrase")
    page.get_by_role("button", name="Create account").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Check your email")

    page.goto("/demo/mail/")
    page.locator("pre a").first.click()
    page.get_by_role("button", name="Confirm").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")

    page.get_by_label("Email address").fill("asha@agency.example")
    page.get_by_label("Password").fill("a plain test phrase")
    page.locator("main").get_by_role("button", name="Sign in").click()
    page.get_by_role("link", name="Account", exact=True).click()
    page.get_by_role("link", name="Change your profile").click()
    page.get_by_label("Job title").fill("Youth worker")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("main")).to_contain_text("Youth worker")


def test_an_author_reaches_the_cms_by_password_and_code(page: Page) -> None:
    load_people()
    page.goto("/demo/mail/")
    row = page.get_by_role("row", name="author@demo.example")
    code = row.locator("code").inner_text()
    page.goto("/accounts/login/?next=/account/")
    page.get_by_label("Email address").fill("author@demo.example")
    page.get_by_label("Password").fill("common-ground-demo")
    page.locator("main").get_by_role("button", name="Sign in").click()
    page.get_by_label("Code").fill(code)
    page.locator("main").get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Owen Prosser")
