"""Things that every journey does in the browser."""

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import decrypt
from django.conf import settings
from playwright.sync_api import Page, expect

from tests.factories.people import code_of


def sign_in(page: Page, key: str) -> None:
    """Signs in as a demonstration person, with the printed password and a code where one is due."""
    page.goto("/accounts/login/")
    page.get_by_label("Email").fill(f"{key}@demo.example")
    page.get_by_label("Password", exact=True).fill(settings.DEMO_PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in", exact=True).click()
    secret = Authenticator.objects.filter(user__email=f"{key}@demo.example", type="totp").first()
    if secret:
        page.get_by_label("Code").fill(code_of(decrypt(secret.data["secret"])))
        page.get_by_role("main").get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("link", name="Your account").first).to_be_visible()


def sign_out(page: Page) -> None:
    page.goto("/accounts/logout/")
    page.get_by_role("main").get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("link", name="Sign in").first).to_be_visible()
