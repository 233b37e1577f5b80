"""Whoever asks whom to ring is shown the ways to do so first."""

import pytest
from django.test import Client

from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _a_route_and_what_says_more_of_it() -> None:
    pages.term(title="Nightjar", definition="A nightjar that roosts.")
    pages.guidance(title="Nightjar roosts", summary="Where a nightjar roosts.")
    pages.referral(title="The warden", summary="About birds such as the nightjar.")


def titles(client: Client, query: str) -> list[str]:
    return [result.title for result in client.get("/search/", {"q": query}).context["results"]]


@pytest.mark.parametrize(
    "query",
    [
        "who do I ring about a nightjar",
        "Who can we tell about nightjar roosts?",
        "who to contact nightjar",
        "how do I report a nightjar",
        "where to refer a nightjar",
    ],
)
def test_the_route_comes_first(client: Client, query: str) -> None:
    assert titles(client, query)[0] == "The warden"
    assert len(titles(client, query)) == 3


@pytest.mark.parametrize("query", ["nightjar", "who saw the nightjar", "nightjar report"])
def test_other_searches_keep_their_order(client: Client, query: str) -> None:
    assert titles(client, query)[0] != "The warden"
