import datetime

import pytest
from django.test import Client
from django.utils import timezone

from search.enums import Place
from search.models import Pin
from search.query.pins import Picks, picks
from tests.factories import pages
from tests.search.test_results_page import soup, titles

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def today() -> datetime.date:
    return timezone.localdate()


@pytest.mark.parametrize("typed", ["nightjar", "what is a Nightjar?", "  NIGHTJAR "])
def test_a_pinned_page_comes_first_however_the_search_is_written(
    client: Client, typed: str
) -> None:
    pages.guidance(title="Nightjar")
    Pin.objects.create(query="The nightjar", page=pages.guidance(title="Birds by night"))
    assert titles(soup(client, q=typed)) == ["Birds by night", "Nightjar"]


def test_another_search_is_left_alone(client: Client) -> None:
    pages.guidance(title="Nightjar calls")
    Pin.objects.create(query="nightjar", page=pages.guidance(title="Birds by night"))
    assert titles(soup(client, q="nightjar calls")) == ["Nightjar calls"]


def test_a_pin_is_marked_and_counted_once(client: Client) -> None:
    Pin.objects.create(query="nightjar", page=pages.guidance(title="Nightjar"))
    page = soup(client, q="nightjar")
    assert "Editor’s pick" in page.select_one(".cg-result").get_text()
    assert "1 result for" in page.get_text()


def test_a_page_that_is_left_out_is_not_counted(client: Client) -> None:
    pages.guidance(title="Nightjar one")
    out = pages.guidance(title="Nightjar two")
    Pin.objects.create(query="nightjar", page=out, place=Place.OUT)
    page = soup(client, q="nightjar")
    assert titles(page) == ["Nightjar one"]
    assert "1 result for" in page.get_text()


def test_a_pinned_page_that_is_closed_shows_nowhere(client: Client) -> None:
    pages.guidance(title="Nightjar")
    closed = pages.guidance(title="Birds by night")
    Pin.objects.create(query="nightjar", page=closed)
    pages.restrict(closed)
    page = soup(client, q="nightjar")
    assert titles(page) == ["Nightjar"]
    assert "1 result for" in page.get_text()


def test_a_filter_holds_for_pins_too(client: Client) -> None:
    pages.term("Nightjar")
    Pin.objects.create(query="nightjar", page=pages.guidance(title="Birds by night"))
    assert titles(soup(client, q="nightjar", kind="term")) == ["Nightjar"]


def test_pins_stand_in_their_order(client: Client) -> None:
    for order, title in ((2, "Second"), (1, "First")):
        Pin.objects.create(query="nightjar", order=order, page=pages.guidance(title=title))
    assert titles(soup(client, q="nightjar")) == ["First", "Second"]


@pytest.mark.parametrize(
    ("dates", "holds"),
    [
        ({}, True),
        ({"starts_on": 0}, True),
        ({"ends_on": 0}, True),
        ({"starts_on": 1}, False),
        ({"ends_on": -1}, False),
    ],
)
def test_a_pin_holds_from_its_first_day_to_its_last(dates: dict[str, int], holds: bool) -> None:
    days = {name: today() + number * DAY for name, number in dates.items()}
    Pin.objects.create(query="nightjar", page=pages.guidance(), **days)
    assert bool(picks("nightjar").first) is holds


def test_where_nothing_is_picked_there_is_nothing() -> None:
    assert picks("nightjar") == Picks()
