"""A lead makes a cohort, asks it to do a course, and sees who did; a learner sees what is asked."""

import csv
import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.factories.cohorts import in_days
from tests.journeys.people import sign_in, sign_out

pytestmark = pytest.mark.django_db(transaction=True)
COURSE = "Using powers: the victim first"


def test_from_a_cohort_to_a_table_of_who_did_what(page: Page, demo_site: LiveServer) -> None:
    sign_in(page, "lead")
    page.goto("/learning/")
    page.get_by_role("link", name="Cohorts").click()
    page.get_by_role("link", name="New cohort").click()
    page.get_by_label("Name").fill("Spring starters")
    page.get_by_role("button", name="Save").click()
    page.get_by_label(re.compile("Callum Reid")).check()
    page.get_by_role("button", name="Add to the cohort").click()
    expect(page.get_by_text("1 person added.")).to_be_visible()

    page.get_by_role("link", name="Ask to do a course").first.click()
    page.get_by_label("Course", exact=True).select_option(label=COURSE)
    page.get_by_label("To be done by").fill(in_days(10).strftime("%d/%m/%Y"))
    page.get_by_label("Note").fill("Before the panel meets.")
    page.get_by_role("button", name="Ask").click()
    expect(page.get_by_text("0 of 1 have done it")).to_be_visible()

    page.get_by_role("link", name="Everything they did").click()
    table = page.get_by_role("table")
    expect(table.get_by_role("row", name=re.compile(f"Callum Reid.*{COURSE}"))).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile("CSV")).click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert in_days(10).isoformat() in {row["asked for by"] for row in rows}
    assert {row["name"] for row in rows} == {"Callum Reid"}
    sign_out(page)

    sign_in(page, "practitioner")
    page.goto("/learning/")
    asked = page.get_by_role("listitem").filter(has_text="Before the panel meets.")
    expect(asked.get_by_text("Asked by Helen Ashworth")).to_be_visible()
    expect(asked.get_by_text(re.compile(f"To be done by .*{in_days(10).year}"))).to_be_visible()
    page.get_by_role("button", name=re.compile("^Share my marks.*Spring starters")).click()
    expect(
        page.get_by_role("button", name=re.compile("^Stop sharing my marks.*Spring starters"))
    ).to_be_visible()
