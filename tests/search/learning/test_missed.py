"""“This isn't what I needed”: a page of its own, one press, words if somebody wants."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from hub.access.models import DetailsCheck
from search.learning.answers import Answer, sign
from search.models import LoggedSearch
from tests.factories import pages
from tests.factories.searches import logged

pytestmark = pytest.mark.django_db
LINK = "This isn’t what I needed"


@pytest.fixture
def search() -> LoggedSearch:
    return logged("cuckooing", timezone.localdate())[0]


@pytest.fixture
def address(search: LoggedSearch) -> str:
    return f"/search/answers/{sign(Answer(search, 1, 1))}/missed/"


def links(client: Client, words: str) -> list[str]:
    page = BeautifulSoup(client.get("/search/", {"q": words}).content, "html.parser")
    return [link["href"] for link in page.find_all("a") if link.get_text() == LINK]


def test_results_lead_there_and_so_does_finding_nothing(client: Client) -> None:
    pages.guidance(title="Cuckooing")
    found, nothing = links(client, "cuckooing"), links(client, "zyxwvut")
    assert [len(found), len(nothing)] == [1, 1]
    assert client.get(found[0]).status_code == 200


def test_results_set_no_cookie_and_hold_no_form_token(client: Client) -> None:
    answer = client.get("/search/?q=cuckooing")
    assert not answer.cookies
    assert "csrfmiddlewaretoken" not in answer.content.decode()


def test_looking_says_nothing(client: Client, search: LoggedSearch, address: str) -> None:
    client.get(address)
    search.refresh_from_db()
    assert not search.missed


def test_one_press_says_it(client: Client, search: LoggedSearch, address: str) -> None:
    answer = client.post(address, {"wanted": ""}, follow=True)
    search.refresh_from_db()
    assert search.missed
    assert "Thank you" in answer.content.decode()


def test_words_are_kept(client: Client, search: LoggedSearch, address: str) -> None:
    client.post(address, {"wanted": "Who pays for new locks"})
    search.refresh_from_db()
    assert search.wanted == "Who pays for new locks"


def test_words_that_may_point_at_a_person_are_asked_about(
    client: Client, search: LoggedSearch, address: str
) -> None:
    answer = client.post(address, {"wanted": "Somewhere for Kai Green, 14, to go"})
    search.refresh_from_db()
    assert not search.missed
    assert "could point to a real person" in answer.content.decode()
    assert DetailsCheck.objects.get().place == "search.missed"


@pytest.mark.parametrize("method", ["get", "post"])
def test_an_answer_that_is_made_up_is_missing(client: Client, method: str) -> None:
    assert getattr(client, method)("/search/answers/made:up/missed/").status_code == 404


def test_it_needs_a_form_token(search: LoggedSearch, address: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(address, {"wanted": ""}).status_code == 403
    search.refresh_from_db()
    assert not search.missed
