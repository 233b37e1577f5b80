"""The board says what waits on whom, of pages that its reader may change and of no other."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from hub.access.enums import Role
from hub.access.groups import group_for_area
from tests.factories import pages
from tests.factories.approval import cleared, decide, draft, sensitive_draft, sent, staff
from tests.factories.people import AreaFactory, sign_in, staff_client
from tests.factories.upkeep import day

pytestmark = pytest.mark.django_db
NOTHING = [["Nothing waits here."]]


@pytest.fixture
def client() -> Client:
    return staff_client(Role.AUTHOR)


def rows(client: Client, show: str = "all") -> list[list[str]]:
    html = BeautifulSoup(client.get(f"/cms/approvals/?show={show}").content, "html.parser")
    found = html.find("table", class_="listing").find("tbody").find_all("tr")
    return [[cell.get_text(" ", strip=True) for cell in row.find_all("td")] for row in found]


def titles(client: Client, show: str = "all") -> list[str]:
    return [row[0] for row in rows(client, show)]


def test_what_waits_is_listed_with_the_step_and_whose_turn_it_is(client: Client) -> None:
    reviewer = staff(Role.REVIEWER)
    sent(draft(title="Fresh"), staff(Role.AUTHOR))
    assert rows(client)[0][:2] == ["Fresh", f"Review: {reviewer.name}"]


def test_what_is_due_first_comes_first_and_what_is_overdue_says_so(client: Client) -> None:
    sent(draft(title="Later"), staff(Role.AUTHOR), due_on=day(3))
    sent(draft(title="Overdue"), staff(Role.AUTHOR), due_on=day(-1))
    listed = rows(client)
    assert [row[0] for row in listed] == ["Overdue", "Later"]
    assert [row[3].endswith("overdue") for row in listed] == [True, False]


def test_what_nobody_may_decide_says_so() -> None:
    reviewer = cleared(Role.REVIEWER)
    sent(sensitive_draft(), reviewer)
    listed = rows(sign_in(Client(), reviewer, mfa=True))
    assert "nobody may decide this" in listed[0][1]


def test_what_is_decided_is_gone(client: Client) -> None:
    decide(sent(draft(), staff(Role.AUTHOR)), staff(Role.REVIEWER), "approve")
    assert rows(client) == NOTHING


def test_what_waits_for_ones_own_role_is_a_list_of_its_own(client: Client) -> None:
    sent(draft(title="Fresh"), staff(Role.AUTHOR))
    assert rows(client, "mine") == NOTHING
    assert titles(sign_in(Client(), staff(Role.REVIEWER), mfa=True), "mine") == ["Fresh"]


def test_what_was_sent_back_waits_on_who_submitted_it(client: Client) -> None:
    author = staff(Role.AUTHOR)
    decide(sent(draft(title="Back"), author), staff(Role.REVIEWER), "reject", "Shorter")
    assert rows(client, "back")[0][:2] == ["Back", author.name]


def test_what_was_approved_for_a_later_day_is_listed_with_it(client: Client) -> None:
    page = draft(title="Planned")
    page.go_live_at = timezone.now() + timedelta(days=3)
    decide(sent(page, staff(Role.AUTHOR)), staff(Role.REVIEWER), "approve")
    assert titles(client, "planned") == ["Planned"]


@pytest.mark.parametrize("show", ["all", "mine", "back", "planned"])
def test_a_page_that_is_closed_to_its_reader_is_on_no_list(show: str) -> None:
    page = draft(title="Quietly", go_live_at=timezone.now() + timedelta(days=3))
    state = sent(page, staff(Role.AUTHOR))
    if show in ("back", "planned"):
        action = "reject" if show == "back" else "approve"
        decide(state, staff(Role.REVIEWER), action, "Shorter")
    client = staff_client(Role.REVIEWER)
    assert titles(client, show) == ["Quietly"]
    pages.restrict(page, group_for_area(AreaFactory()))
    assert rows(client, show) == NOTHING


def test_a_practitioner_finds_no_board() -> None:
    client = sign_in(Client(), cleared(Role.PRACTITIONER), mfa=True)
    assert client.get("/cms/approvals/").status_code in {302, 404}


def test_many_pages_cost_as_many_queries_as_two() -> None:
    client = staff_client(Role.AUTHOR)
    staff(Role.REVIEWER)

    def queries(number: int) -> int:
        for _ in range(number):
            sent(draft(), staff(Role.AUTHOR))
        rows(client)
        with CaptureQueriesContext(connection) as caught:
            rows(client)
        return len(caught)

    assert queries(2) == queries(8)
