"""A page has a problem, falls due, is confirmed by who keeps it, and is withdrawn at last."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from hub.guidance.models import GuidancePage
from hub.upkeep.reminding import remind_of_reviews
from tests.journeys.people import sign_in

pytestmark = pytest.mark.django_db(transaction=True)


def falls_due() -> GuidancePage:
    """A page of the demonstration, as the clock finds it six days after its day."""
    page = GuidancePage.objects.filter(live=True, page_owner__isnull=False).order_by("pk")[0]
    due = timezone.localdate() - timedelta(days=6)
    GuidancePage.objects.filter(pk=page.pk).update(review_on=due, deputy=page.page_owner)
    remind_of_reviews()
    return page


def report_a_problem(reader: Page, address: str) -> None:
    reader.goto(address)
    expect(reader.get_by_text("Due for review since")).to_be_visible()
    reader.get_by_role("link", name="Is this page useful?").click()
    reader.get_by_role("radio", name="There is a problem with it").check()
    reader.get_by_role("radio", name="It is out of date").check()
    reader.get_by_role("button", name="Send").click()


def confirm_it(keeper: Page) -> None:
    keeper.goto("/account/notices/")
    keeper.get_by_role("link", name="A page has been due for review").first.click()
    keeper.get_by_label("Note").fill("Checked against the statutory guidance.")
    keeper.get_by_role("button", name="Still right").click()
    expect(keeper.get_by_text("Readers see that it was reviewed today")).to_be_visible()


def withdraw_it(keeper: Page, guide: GuidancePage) -> None:
    keeper.goto(f"/cms/upkeep/{guide.pk}/withdraw/")
    keeper.get_by_label("Why it is withdrawn").fill("The scheme has ended.")
    keeper.get_by_role("button", name="Withdraw this page").click()
    expect(keeper.get_by_text("Readers see the banner now")).to_be_visible()


def test_from_a_problem_to_a_withdrawal(
    page: Page, browser_without_script: Page, demo_site: LiveServer
) -> None:
    guide, reader, keeper = falls_due(), browser_without_script, page
    address = f"{demo_site.url}{guide.url}"
    report_a_problem(reader, address)

    sign_in(keeper, "author")
    confirm_it(keeper)
    reader.goto(address)
    expect(reader.get_by_text("Due for review since")).to_have_count(0)

    keeper.context.clear_cookies()
    sign_in(keeper, "reviewer")
    withdraw_it(keeper, guide)
    reader.goto(address)
    expect(reader.get_by_text("The scheme has ended.")).to_be_visible()
