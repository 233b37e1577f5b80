"""A question with a theme that fits, a file, and a colleague who is to be told."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from hub.users.models import User
from tests.journeys.people import sign_in

pytestmark = pytest.mark.django_db(transaction=True)
TITLE = "What belongs on a sheet for the first call?"


def test_a_question_is_composed_with_all_that_helps(page: Page, demo_site: LiveServer) -> None:
    trainer = User.objects.get(email="trainer@demo.example").get_full_name()
    sign_in(page, "practitioner")
    page.goto("/forum/ask/")
    page.get_by_label("Your question in one sentence").fill(TITLE)
    page.get_by_label("Where to ask").select_option(label="Referrals and thresholds")
    page.get_by_label("What happened, and what have you tried?").press_sequentially("Mapping.")
    page.get_by_label("Mapping (you wrote “Mapping”)").check()
    page.get_by_label("Tell colleagues about this").press_sequentially(trainer.split()[0])
    page.get_by_label(trainer).check()
    sheet = {"name": "first-call.txt", "mimeType": "text/plain", "buffer": b"Who, when, where."}
    page.get_by_label("Files").set_input_files(sheet)
    page.get_by_role("button", name="Post your question").click()
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    expect(page.get_by_role("link", name=trainer)).to_be_visible()
    with page.expect_download() as kept:
        page.get_by_role("link", name="first-call.txt").click()
    assert kept.value.suggested_filename == "first-call.txt"
