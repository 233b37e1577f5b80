"""A passkey is added, used to sign in, renamed and removed, with Chromium's own authenticator."""

import re

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.factories.people import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db(transaction=True)

EMAIL = "nadia@agency.example"


@pytest.fixture
def authenticator(page: Page) -> None:
    """A built-in authenticator that knows its owner, such as a fingerprint reader."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


@pytest.fixture
def at_the_passkey_page(page: Page, live_server: LiveServer) -> Page:
    UserFactory(email=EMAIL, name="Nadia Rahman")
    by_password(page)
    page.goto("/accounts/2fa/webauthn/add/")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Continue").click()
    return page


def by_password(page: Page) -> None:
    page.goto("/accounts/login/")
    page.get_by_label("Email address").fill(EMAIL)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def sign_out(page: Page) -> None:
    page.goto("/accounts/logout/")
    page.get_by_role("main").get_by_role("button", name="Sign out").click()


def add(page: Page, *, alone: bool = True) -> None:
    page.get_by_label("Name").fill("My laptop")
    if not alone:
        page.get_by_label("Sign in with it alone").uncheck()
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recovery codes")


def test_a_passkey_signs_in_without_a_password(
    at_the_passkey_page: Page, authenticator: None
) -> None:
    page = at_the_passkey_page
    add(page)
    sign_out(page)
    page.goto("/accounts/login/?next=/account/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Nadia Rahman")


def test_a_passkey_is_the_second_step_after_a_password(
    at_the_passkey_page: Page, authenticator: None
) -> None:
    page = at_the_passkey_page
    add(page, alone=False)
    sign_out(page)
    by_password(page)
    expect(page).to_have_url(re.compile("/accounts/2fa/authenticate/"))
    page.get_by_role("button", name="Use your passkey").click()
    expect(page).to_have_url(re.compile(r":\d+/$"))
    page.goto("/account/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nadia Rahman")


def test_a_passkey_is_renamed_and_removed(at_the_passkey_page: Page, authenticator: None) -> None:
    page = at_the_passkey_page
    add(page)
    page.goto("/accounts/2fa/webauthn/")
    page.get_by_role("link", name="Rename My laptop").click()
    page.get_by_label("Name").fill("Desk in Ardale")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Remove Desk in Ardale").click()
    page.get_by_role("button", name="Remove").click()
    expect(page.get_by_role("main")).to_contain_text("You have none yet")


def test_a_missing_passkey_is_said_kindly_and_the_password_stays_possible(
    page: Page, live_server: LiveServer, authenticator: None
) -> None:
    page.goto("/accounts/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("alert")).to_contain_text("No passkey was used")
    expect(page.get_by_label("Email address")).to_be_visible()


def test_without_script_no_passkey_is_offered(
    browser_without_script: Page, live_server: LiveServer
) -> None:
    browser_without_script.goto(f"{live_server.url}/accounts/login/")
    button = browser_without_script.get_by_role("button", name="Sign in with a passkey")
    expect(button).to_have_count(0)
