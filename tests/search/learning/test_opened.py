"""What of a page of results was opened. What is made up counts for nothing."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core import signing
from django.test import Client, override_settings
from django.utils import timezone
from time_machine import travel

from search.learning.answers import SALT, Answer, sign
from search.models import LoggedSearch
from tests.factories import pages
from tests.factories.searches import logged

pytestmark = pytest.mark.django_db


@pytest.fixture
def search() -> LoggedSearch:
    return logged("cuckooing", timezone.localdate())[0]


def address(search: LoggedSearch, place: int = 2, first: int = 1, last: int = 20) -> str:
    return f"/search/answers/{sign(Answer(search, first, last))}/opened/{place}/"


def opened_at(search: LoggedSearch) -> int | None:
    search.refresh_from_db()
    return search.opened_at


def test_the_page_says_where_its_script_tells_of_what_is_opened(client: Client) -> None:
    pages.guidance(title="Cuckooing")
    page = BeautifulSoup(client.get("/search/?q=cuckooing").content, "html.parser")
    told = page.select_one("ul[data-opened]")
    answer = client.get(told["data-opened"].replace("/0/", f"/{told['data-first']}/"))
    assert answer.status_code == 204
    assert opened_at(LoggedSearch.objects.get()) == 1


def test_the_links_of_results_are_plain(client: Client) -> None:
    page = pages.guidance(title="Cuckooing")
    found = BeautifulSoup(client.get("/search/?q=cuckooing").content, "html.parser")
    assert found.select_one(".cg-result__title a")["href"] == page.url


def test_the_first_thing_opened_counts_however_often_it_is_told(
    client: Client, search: LoggedSearch
) -> None:
    for place in (2, 1, 2):
        client.get(address(search, place))
    assert opened_at(search) == 2


@pytest.mark.parametrize("place", [0, 20, 41, 99999])
def test_a_place_that_the_page_did_not_show_is_missing(
    client: Client, search: LoggedSearch, place: int
) -> None:
    assert client.get(address(search, place, first=21, last=40)).status_code == 404
    assert opened_at(search) is None


@pytest.mark.parametrize("forged", ["x", "x:y:z", "a" * 300])
def test_an_answer_that_is_made_up_is_missing(client: Client, forged: str) -> None:
    assert client.get(f"/search/answers/{forged}/opened/1/").status_code == 404


def test_an_answer_signed_for_something_else_is_missing(
    client: Client, search: LoggedSearch
) -> None:
    foreign = signing.dumps([search.pk.hex, 1, 20], salt="elsewhere")
    assert client.get(f"/search/answers/{foreign}/opened/1/").status_code == 404
    assert opened_at(search) is None


def test_a_bare_number_of_a_row_opens_nothing(client: Client, search: LoggedSearch) -> None:
    assert client.get(f"/search/answers/{search.pk.hex}/opened/1/").status_code == 404


def test_an_answer_is_good_for_a_day(client: Client, search: LoggedSearch) -> None:
    with travel(timezone.now() - timedelta(hours=25), tick=False):
        old = address(search)
    assert client.get(old).status_code == 404


def test_an_answer_whose_row_is_gone_is_missing(client: Client, search: LoggedSearch) -> None:
    there = address(search)
    LoggedSearch.objects.all().delete()
    assert client.get(there).status_code == 404


def test_it_says_how_often_a_script_may_tell(client: Client, search: LoggedSearch) -> None:
    with override_settings(HUB_RATE_LIMITS={"opened": "2/m/user"}):
        codes = [client.get(address(search)).status_code for _ in range(3)]
    assert codes == [204, 204, 429]


def test_the_signature_holds_no_words(search: LoggedSearch) -> None:
    held = signing.loads(sign(Answer(search, 1, 20)), salt=SALT)
    assert held == [search.pk.hex, 1, 20]
