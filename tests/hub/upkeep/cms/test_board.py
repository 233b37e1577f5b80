"""The board lists what somebody has to do, of pages that they may change and of no other."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hub.access.enums import Role
from hub.access.groups import group_for_area
from tests.factories import pages
from tests.factories.people import AreaFactory, UserFactory, staff_client
from tests.factories.upkeep import author, change, day, publish, resting_on

pytestmark = pytest.mark.django_db
BOARD = "/cms/upkeep/"


@pytest.fixture
def client() -> Client:
    return staff_client(Role.AUTHOR)


def titles(client: Client, show: str = "due") -> list[str]:
    html = BeautifulSoup(client.get(f"{BOARD}?show={show}").content, "html.parser")
    rows = html.find("table", class_="listing").find("tbody").find_all("tr")
    return [row.find("td").get_text(strip=True) for row in rows]


NOTHING = ["Nothing of yours waits here."]


def test_what_is_due_is_listed_first_due_first(client: Client) -> None:
    pages.guidance(title="Soon", review_on=day(30))
    pages.term("Overdue", review_on=day(-1))
    pages.guidance(title="Later", review_on=day(31))
    assert titles(client) == ["Overdue", "Soon"]


def test_what_rests_on_a_change_is_listed(client: Client) -> None:
    act = publish(pages.act(title="The act"))
    resting_on(act, title="Cuckooing")
    change(act)
    assert titles(client, "changed") == ["Cuckooing"]


def test_a_page_without_owner_and_deputy_is_listed(client: Client) -> None:
    pages.guidance(title="Ours", page_owner=author())
    pages.guidance(title="Stood in for", deputy=author())
    pages.guidance(title="Left", page_owner=UserFactory(is_active=False))
    found = titles(client, "nobody")
    assert "Left" in found
    assert not {"Ours", "Stood in for"} & {*found}


def test_an_unknown_list_is_the_first_one(client: Client) -> None:
    pages.guidance(title="Soon", review_on=day(3))
    assert titles(client, "<script>") == ["Soon"]


@pytest.mark.parametrize("show", ["due", "changed", "nobody"])
def test_a_page_that_somebody_may_not_change_is_not_listed(client: Client, show: str) -> None:
    page = pages.guidance(title="Closed", review_on=day(-3), changed_below_on=day(-3))
    pages.restrict(page, group_for_area(AreaFactory()))
    assert "Closed" not in titles(client, show)


def test_the_board_costs_the_same_however_much_waits(client: Client) -> None:
    pages.guidance(review_on=day(-1))
    client.get(BOARD)
    with CaptureQueriesContext(connection) as few:
        client.get(BOARD)
    for _ in range(5):
        pages.guidance(review_on=day(-1), page_owner=author())
    with CaptureQueriesContext(connection) as many:
        client.get(BOARD)
    assert len(many) == len(few)


def test_the_dashboard_says_what_is_to_be_read_again(client: Client) -> None:
    keeper = client.get("/cms/upkeep/").wsgi_request.user
    act = publish(pages.act(title="The act"))
    resting_on(act, title="Cuckooing", page_owner=keeper)
    change(act)
    html = client.get("/cms/").content.decode()
    assert "To be read again" in html
    assert "Cuckooing" in html
