"""Someone new signs up, confirms the address, and fills in a profile."""

import re

import pytest
from django.core import mail
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

pytestmark = pytest.mark.django_db(transaction=True)


def link_in_last_mail() -> str:
    found = re.search(r"https?://[^\s]+(/accounts/confirm-email/[^\s]+)", mail.outbox[-1].body)
    assert found, mail.outbox[-1].body
    return found[1]


def test_from_sign_up_to_a_profile(page: Page, demo_site: LiveServer) -> None:
    page.goto("/accounts/signup/")
    page.get_by_label("Email").fill("new.person@agency.example")
    page.get_by_label("Choose a password").fill("quiet-river-42-stones")
    page.get_by_role("main").get_by_role("button", name="Create").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("email")
    page.goto(link_in_last_mail())
    page.get_by_role("main").get_by_role("button", name="Confirm").click()
    page.goto("/accounts/login/")
    if "/accounts/login/" in page.url:
        page.get_by_label("Email").fill("new.person@agency.example")
        page.get_by_label("Password", exact=True).fill("quiet-river-42-stones")
        page.get_by_role("main").get_by_role("button", name="Sign in", exact=True).click()
    page.goto("/account/profile/")
    page.get_by_label("Job title").fill("Housing officer")
    page.get_by_role("main").get_by_role("button", name="Save").click()
    expect(page.get_by_text("Housing officer").first).to_be_visible()
