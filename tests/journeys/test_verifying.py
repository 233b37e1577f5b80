"""Someone signs up and sees at once how they stand: verified by the address, or asking."""

import re

import pytest
from django.core import mail
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from hub.users.models import User
from tests.journeys.people import sign_in, sign_out

pytestmark = pytest.mark.django_db(transaction=True)

PASSWORD = "quiet-river-42-stones"


def sign_up(page: Page, email: str) -> None:
    """From the form to the page that says how they stand, by the link in the mail."""
    page.goto("/accounts/signup/")
    page.get_by_label("Email").fill(email)
    page.get_by_label("Your name").fill("Asha Rao")
    page.get_by_label("Choose a password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Create").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("email")
    link = re.search(r"https?://[^\s/]+(/accounts/confirm-email/\S+)", str(mail.outbox[-1].body))
    assert link
    page.goto(link[1])
    page.get_by_role("main").get_by_role("button", name="Confirm").click()
    if "/accounts/login/" in page.url:
        page.get_by_label("Email").fill(email)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("main").get_by_role("button", name="Sign in", exact=True).click()
    expect(page).to_have_url(re.compile("/account/verification/$"))


def test_an_address_of_the_organisation_verifies_at_once(page: Page, demo_site: LiveServer) -> None:
    sign_up(page, "asha@ardale-yjs.example")
    expect(page.get_by_role("heading", name="You're verified")).to_be_visible()
    page.goto("/account/")
    expect(page.get_by_text("Ardale Youth Justice Service.")).to_be_visible()


def test_anybody_else_asks_and_the_lead_decides(page: Page, demo_site: LiveServer) -> None:
    sign_up(page, "asha@somewhere.example")
    page.get_by_role("link", name="Ask to be verified").click()
    page.get_by_label("Where do you work?").select_option(label="Ardale")
    page.get_by_label("Which organisation").fill("Ardale Youth Justice Service")
    page.get_by_label("What is your role there?").fill("Youth worker")
    page.get_by_label("How can we check?").fill("Ask at the front desk.")
    page.get_by_role("button", name="Send request").click()
    expect(page.get_by_text("waits for an approver in Ardale")).to_be_visible()
    sign_out(page)
    sign_in(page, "lead")
    page.goto("/account/verification/requests/")
    page.get_by_role("link", name="Asha Rao").click()
    page.get_by_label("Yes, I have checked").check()
    page.get_by_role("button", name="Send answer").click()
    expect(page.get_by_text("They are verified")).to_be_visible()
    person = User.objects.get(email="asha@somewhere.example")
    assert person.memberships.get().organisation.slug == "ardale-youth-justice-service"
