"""Things that every journey does in the browser."""

from django.conf import settings
from playwright.sync_api import Page, expect


def sign_in(page: Page, key: str) -> None:
    """Signs in as a demonstration person, by the form and with the printed password."""
    page.goto("/accounts/login/")
    page.get_by_label("Email").fill(f"{key}@demo.example")
    page.get_by_label("Password", exact=True).fill(settings.DEMO_PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("link", name="Your account").first).to_be_visible()


def sign_out(page: Page) -> None:
    page.goto("/accounts/logout/")
    page.get_by_role("main").get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("link", name="Sign in").first).to_be_visible()
