"""A page waits for a decision: the reviewer comes from the mail, is signed out, and finishes."""

import re

import pytest
from django.core.cache import cache
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from hub.approval.models import ApprovalState
from hub.guidance.models import GuidancePage
from hub.users.models import User
from tests.factories.approval import sent
from tests.journeys.people import sign_in

pytestmark = pytest.mark.django_db(transaction=True)
REASON = "Name the source of the first figure."


def waiting() -> ApprovalState:
    """A page that readers see, with a sentence more, from the author of the demonstration."""
    page = GuidancePage.objects.live().order_by("pk")[0]
    page.summary += " Ring ahead before the day of the move."
    return sent(page, User.objects.get(email="author@demo.example"))


def test_a_reason_survives_signing_out_and_reaches_the_author(
    page: Page, demo_site: LiveServer
) -> None:
    state = waiting()
    address = reverse("cms_approval", args=[state.pk])
    page.goto(address)
    expect(page).to_have_url(re.compile(r"/accounts/login/"))

    sign_in(page, "reviewer")
    page.goto(address)
    expect(page.get_by_text("Ring ahead before the day of the move.")).to_be_visible()
    page.get_by_label("Comment").fill(REASON)
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Ask for changes").click()
    expect(page.get_by_text("What you typed is kept")).to_be_visible()

    cache.clear()  # a code counts once, and the next one comes in half a minute
    sign_in(page, "reviewer")
    page.goto(address)
    expect(page.get_by_label("Comment")).to_have_value(REASON)
    page.get_by_role("button", name="Ask for changes").click()
    expect(page.get_by_text("The author gets your words by mail")).to_be_visible()

    page.context.clear_cookies()
    sign_in(page, "author")
    page.goto("/cms/approvals/?show=back")
    row = page.get_by_role("row", name=re.compile(re.escape(state.page().draft_title)))
    expect(row).to_be_visible()
    page.goto(address)
    expect(page.get_by_text(REASON)).to_be_visible()
