"""The report of searches: who may read it, what it counts, and where it leads."""

import csv
import io
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from hub.access.enums import Role
from search.models import SearchCount
from tests.factories.people import AreaFactory, UserFactory, sign_in, staff_client, with_role
from tests.factories.searches import logged

pytestmark = pytest.mark.django_db
PAGE, RESULTS = "/cms/searches/", "/cms/searches/results/"
WORDS = "who pays for new locks"
EDITORS = [Role.AUTHOR, Role.REVIEWER, Role.ADMINISTRATOR]


def today() -> object:
    return timezone.localdate()


def rows(client: Client, **query: str) -> dict[str, list[str]]:
    """The counts of each query, in the order shown."""
    page = BeautifulSoup(client.get(PAGE, query).content, "html.parser")
    cells = [[cell.get_text(strip=True) for cell in row("td")] for row in page.select("tbody tr")]
    return {row[0]: row[1:6] for row in cells if row}


@pytest.mark.parametrize("role", EDITORS)
@pytest.mark.parametrize("address", [PAGE, RESULTS, f"{PAGE}?export=csv"])
def test_who_writes_the_hub_reads_it(role: Role, address: str) -> None:
    logged(WORDS, today())
    answer = staff_client(role).get(address)
    said = b"".join(answer) if answer.streaming else answer.content
    assert WORDS in said.decode()


@pytest.mark.parametrize("address", [PAGE, RESULTS, f"{PAGE}?export=csv", f"{PAGE}?export=xlsx"])
@pytest.mark.parametrize("role", [r for r in Role if r not in EDITORS and r is not Role.OWNER])
def test_nobody_else_does(client: Client, role: Role, address: str) -> None:
    logged(WORDS, today())
    theirs = sign_in(client, with_role(UserFactory(), role), mfa=True)
    assert theirs.get(address).status_code == 404


@pytest.mark.parametrize("address", [PAGE, f"{PAGE}?export=csv"])
def test_a_role_in_one_area_is_not_enough(client: Client, address: str) -> None:
    local = with_role(UserFactory(), Role.REVIEWER, area=AreaFactory())
    assert sign_in(client, local, mfa=True).get(address).status_code == 404


def test_a_stranger_is_asked_to_sign_in(client: Client) -> None:
    assert client.get(PAGE).status_code == 302


def test_it_counts_what_was_asked_found_opened_and_missed() -> None:
    logged("cuckooing", today(), times=2, opened_at=3)
    logged("cuckooing", today(), missed=True)
    logged("cuckooing", today(), page=2)
    logged("zyxwvut", today(), total=0)
    assert rows(staff_client(Role.AUTHOR)) == {
        "cuckooing": ["3", "0", "1", "1", "3.0"],
        "zyxwvut": ["1", "1", "0", "0", ""],
    }


@pytest.mark.parametrize(
    ("trouble", "found"),
    [("empty", ["nothing"]), ("unopened", ["left"]), ("missed", ["wrong"]), ("odd", [])],
)
def test_it_shows_one_trouble_at_a_time(trouble: str, found: list[str]) -> None:
    logged("good", today(), opened_at=1)
    logged("nothing", today(), total=0)
    logged("left", today())
    logged("wrong", today(), opened_at=2, missed=True)
    assert list(rows(staff_client(Role.AUTHOR), trouble=trouble)) == found


def test_finding_nothing_behind_filters_is_no_empty_query() -> None:
    logged("cuckooing", today(), total=0, narrowed=True)
    assert rows(staff_client(Role.AUTHOR), trouble="empty") == {}


def test_a_period_shows_its_days() -> None:
    logged("new", today())
    logged("a month old", today() - timedelta(days=20))
    client = staff_client(Role.AUTHOR)
    assert list(rows(client, period="7")) == ["new"]
    assert set(rows(client, period="30")) == {"new", "a month old"}


def test_what_is_older_comes_from_its_counts() -> None:
    logged("new", today())
    day = today() - timedelta(days=200)
    SearchCount.objects.create(
        day=day, words="old", times_asked=5, times_empty=1, times_opened=3, times_missed=2
    )
    SearchCount.objects.create(
        day=day, words="", times_asked=9, times_empty=0, times_opened=0, times_missed=0
    )
    client = staff_client(Role.AUTHOR)
    assert rows(client, period="older") == {"old": ["5", "1", "1", "2", ""]}


def test_words_are_shown_as_text() -> None:
    logged("<script>alert(1)</script>", today())
    page = staff_client(Role.AUTHOR).get(PAGE).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_query_begins_a_formula_in_a_file(start: str) -> None:
    logged(f"{start}1+1", today())
    answer = staff_client(Role.AUTHOR).get(f"{PAGE}?export=csv")
    lines = list(csv.reader(io.StringIO(b"".join(answer).decode())))
    assert lines[1][0] == f"'{start}1+1"


def test_each_query_leads_to_a_request_that_is_filled_in() -> None:
    logged("who pays & when", today())
    client = staff_client(Role.AUTHOR)
    page = BeautifulSoup(client.get(PAGE).content, "html.parser")
    link = page.find("a", string="Ask for content")["href"]
    form = BeautifulSoup(client.get(link).content, "html.parser")
    assert form.select_one("[name=words]").get_text(strip=True) == "who pays & when" or (
        form.select_one("[name=words]").get("value") == "who pays & when"
    )


def test_each_query_leads_to_the_glossary_for_a_synonym() -> None:
    logged("trap house", today())
    client = staff_client(Role.AUTHOR)
    page = BeautifulSoup(client.get(PAGE).content, "html.parser")
    link = page.find("a", string="Add a synonym")["href"]
    assert client.get(link).status_code == 200


def test_each_query_leads_to_a_pick_that_is_filled_in_for_who_may_pick() -> None:
    logged("trap house", today())
    client = staff_client(Role.ADMINISTRATOR)
    page = BeautifulSoup(client.get(PAGE).content, "html.parser")
    link = page.find("a", string="Pick a page")["href"]
    form = BeautifulSoup(client.get(link).content, "html.parser")
    assert form.select_one("[name=query]")["value"] == "trap house"


def test_a_way_that_is_closed_is_not_offered() -> None:
    logged("trap house", today())
    assert "Pick a page" not in staff_client(Role.AUTHOR).get(PAGE).content.decode()
