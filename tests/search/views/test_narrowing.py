"""Dates and the order of results, and all of it in the address."""

import datetime
from unittest.mock import patch

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from hub.guidance.models import GuidancePage
from search.engines.base import Results
from search.engines.current import current_engine
from search.models import Entry
from tests.factories import pages

pytestmark = pytest.mark.django_db


def dated(title: str, days_ago: int) -> GuidancePage:
    page = pages.guidance(title=title)
    day = timezone.localdate() - datetime.timedelta(days=days_ago)
    Entry.objects.filter(kind="guidance", object_id=page.pk).update(date=day)
    return page


@pytest.fixture(autouse=True)
def _old_and_new() -> None:
    dated("Curfew", 800)
    dated("A new word on every kind of curfew", 3)


def soup(client: Client, **query: str) -> BeautifulSoup:
    answer = client.get("/search/", {"q": "curfew", **query})
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def titles(page: BeautifulSoup) -> list[str]:
    return [link.get_text() for link in page.select(".cg-result__title a")]


def test_a_period_leaves_older_things_out(client: Client) -> None:
    assert titles(soup(client, since="year")) == ["A new word on every kind of curfew"]
    assert len(titles(soup(client, since="five-years"))) == 2


def test_a_period_says_so_and_can_be_taken_away(client: Client) -> None:
    link = soup(client, since="year").select_one(".cg-filters__active a")
    assert "The past year" in link.get_text()
    assert link["href"] == "?q=curfew"


def test_clear_all_takes_the_period_too(client: Client) -> None:
    page = soup(client, since="month", kind="guidance", sort="date")
    assert page.find("a", string="Clear all")["href"] == "?q=curfew&sort=date"


def test_the_best_comes_first_unless_the_newest_is_asked_for(client: Client) -> None:
    assert titles(soup(client))[0] == "Curfew"
    assert titles(soup(client, sort="date"))[0] == "A new word on every kind of curfew"


def test_the_other_order_is_a_link_and_the_one_in_use_is_not(client: Client) -> None:
    order = soup(client, sort="date").find(id="order")
    assert order.strong.get_text() == "Newest"
    assert [link["href"] for link in order.select("a")] == ["?q=curfew"]


@pytest.mark.parametrize("value", ["", "never", "0", "é"])
def test_a_period_or_order_that_is_none_changes_nothing(client: Client, value: str) -> None:
    assert titles(soup(client, since=value, sort=value)) == titles(soup(client))


def test_a_period_without_results_offers_to_search_without_it(client: Client) -> None:
    Entry.objects.update(date=datetime.date(2001, 1, 1))
    page = soup(client, since="month")
    assert page.find("a", string="search without the filters")["href"] == "?q=curfew"


def test_an_engine_that_is_away_is_told_of(client: Client) -> None:
    words = "Search is answering from its reserve"
    assert words not in soup(client).get_text()
    with patch.object(type(current_engine()), "search", lambda *_: Results(reserve=True)):
        assert words in soup(client).get_text()
