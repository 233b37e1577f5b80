"""The report: what has most to mend first, by check and kind, of pages that one may edit alone."""

import csv
import io

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import GroupPagePermission

from hub.access.enums import Role
from hub.guidance.models import GuidancePage
from hub.quality.enums import FindingKind
from hub.quality.sweeping import look_over
from tests.factories import pages
from tests.factories.people import UserFactory, sign_in, staff_client

pytestmark = pytest.mark.django_db
PAGE, RESULTS = "/cms/page-checks/", "/cms/page-checks/results/"
FINE = {"summary": "What to do first."}


def bad_page(words: int, title: str) -> GuidancePage:
    """With so many unexplained words, and nothing else to mend."""
    body = " ".join(f"Ask QX{chr(65 + n)}." for n in range(words))
    return pages.guidance(title=title, **FINE, body=[("paragraph", f"<p>{body}</p>")])


def swept() -> None:
    while look_over():
        pass


def titles(client: Client, address: str = PAGE) -> list[str]:
    html = BeautifulSoup(client.get(address).content, "html.parser")
    return [link.get_text(strip=True) for link in html.select("table.listing tbody td.title a")]


@pytest.mark.parametrize("address", [PAGE, RESULTS])
def test_what_has_most_to_mend_comes_first(address: str) -> None:
    bad_page(1, "Little")
    bad_page(3, "Much")
    swept()
    assert titles(staff_client(Role.REVIEWER), address) == ["Much", "Little"]


def test_a_row_says_what_and_leads_to_the_list_of_the_page() -> None:
    page = bad_page(2, "Who to call")
    swept()
    html = staff_client().get(PAGE).content.decode()
    assert "Unexplained words 2" in html
    assert f"/cms/pages/{page.pk}/checks/" in html


def test_a_page_with_nothing_to_mend_is_not_there() -> None:
    pages.guidance(**FINE, body=[("paragraph", "<p>Ring the team.</p>")])
    swept()
    assert titles(staff_client()) == []


def test_it_is_filtered_by_check() -> None:
    bad_page(1, "Words")
    pages.policy(title="No summary", summary="")
    swept()
    client = staff_client()
    assert titles(client, f"{PAGE}?check={FindingKind.TERMS}") == ["Words"]
    assert titles(client, f"{PAGE}?check={FindingKind.NEEDED}") == ["No summary"]


def test_it_is_filtered_by_kind_of_page() -> None:
    bad_page(1, "A guide")
    pages.policy(title="A note", summary="")
    swept()
    assert titles(staff_client(), f"{PAGE}?kind=policy") == ["A note"]


def test_of_one_check_what_has_most_of_it_comes_first() -> None:
    long = f"<p>{' '.join(['word'] * 40)}.</p>"
    body = [("paragraph", "<p>Ask QXA.</p>"), *[("paragraph", long)] * 3]
    pages.guidance(title="Long", **FINE, body=body)
    bad_page(2, "Words")
    swept()
    client = staff_client()
    assert titles(client) == ["Long", "Words"]
    assert titles(client, f"{PAGE}?check={FindingKind.TERMS}") == ["Words", "Long"]


def test_a_title_that_begins_a_formula_stays_text_in_the_file() -> None:
    bad_page(1, "=1+1")
    swept()
    answer = staff_client().get(f"{PAGE}?export=csv")
    rows = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode())))
    assert rows[0][:3] == ["Page", "Kind of page", "All"]
    assert rows[1][:3] == ["'=1+1", "Guidance", "1"]


def test_more_pages_cost_no_more_queries() -> None:
    client = staff_client()
    bad_page(1, "First")
    swept()
    client.get(PAGE)
    with CaptureQueriesContext(connection) as of_one:
        client.get(PAGE)
    bad_page(1, "Second")
    bad_page(2, "Third")
    swept()
    with CaptureQueriesContext(connection) as of_three:
        client.get(PAGE)
    assert len(of_three) == len(of_one)


def test_a_page_that_is_closed_to_the_editor_is_not_named() -> None:
    page = bad_page(1, "Operation Nightjar")
    pages.restrict(page, Group.objects.create(name="Somebody else"))
    swept()
    client = staff_client(Role.REVIEWER)
    assert "Nightjar" not in client.get(PAGE).content.decode()
    exported = client.get(f"{PAGE}?export=csv")
    assert b"Nightjar" not in b"".join(exported.streaming_content)


def test_a_page_that_somebody_may_not_edit_is_not_theirs_to_mend() -> None:
    bad_page(1, "Who to call")
    swept()
    GroupPagePermission.objects.all().delete()
    assert titles(staff_client(Role.TRAINER)) == []


def test_who_is_no_staff_finds_no_report(client: Client) -> None:
    sign_in(client, UserFactory())
    assert [client.get(address).status_code for address in (PAGE, RESULTS)] == [404, 404]
