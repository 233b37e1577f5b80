"""The official text is taken in, and a reader asks for the law on another day."""

from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from hub.legislation.models import ProvisionPage
from tests.factories.clml import ITEM, clml, effect, section
from tests.factories.pages import act, provision

pytestmark = pytest.mark.django_db(transaction=True)
OURS = {"effective_from": date(2022, 1, 1), "test": "In our words, as it is today."}


@pytest.fixture
def law(tmp_path: Path) -> ProvisionPage:
    inner = (
        "<P2><Pnumber>1</Pnumber><P2para><Text>A person is guilty who—</Text>"
        "<P3><Pnumber>a</Pnumber><P3para><Text>knows of it, and</Text></P3para></P3>"
        "<P3><Pnumber>b</Pnumber><P3para><Text>does it all the same.</Text></P3para></P3>"
        "</P2para></P2>"
    )
    file = tmp_path / "act.xml"
    file.write_text(
        clml(
            section("1", "The words of the past.", start="2021-06-01", end="2022-01-01"),
            section("1", inner=inner, start="2024-01-01"),
            section("1", "The words to come.", start="2099-04-01"),
            effects=effect(date="2099-04-01") + effect("s. 1(3)", key="key-2", what="inserted"),
        )
    )
    call_command("import_legislation", str(file))
    return provision(
        [OURS],
        under=act(title="Made Up Act 2021"),
        title="An offence that nobody commits",
        official_url=f"https://www.legislation.gov.uk/{ITEM}/section/1",
    )


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_a_reader_sees_the_law_of_another_day(
    live_server: LiveServer, page: Page, law: ProvisionPage, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{live_server.url}{law.url}")
    shown = page.locator("#as-at")
    expect(shown).to_contain_text("In force from 1 January 2024")
    shown.get_by_label("The law on which day?").fill("31/12/2021")
    shown.get_by_role("button", name="Show this day").click()
    expect(shown).to_contain_text("Past: in force from 1 June 2021 until 31 December 2021")
    expect(shown).to_contain_text("We have no plain words that hold on 31 December 2021.")
    shown.get_by_text("Read it in full").click()
    expect(shown.get_by_text("The words of the past.")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    shown.get_by_label("The law on which day?").fill("next week")
    shown.get_by_role("button", name="Show this day").click()
    expect(shown).to_contain_text("Enter a date like 4/11/2026.")
