"""A page of results asks at most sixteen queries, whatever was found and whatever is closed.

It writes one line behind them, which tests/search/learning counts.
"""

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from search.query.spelling import speller
from tests.factories import pages
from tests.factories.courses import make_course
from tests.factories.forum import question

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_only]
MOST_QUERIES = 16
MAKERS = [
    pages.guidance,
    pages.practice,
    pages.tool,
    pages.provision,
    pages.policy,
    pages.term,
    pages.intervention,
    pages.referral,
]


@pytest.fixture(autouse=True)
def _everything_found() -> None:
    """The word is in a thing of every kind; some of each page kind are closed."""
    group = Group.objects.create(name="Red")
    for make in MAKERS:
        make(summary="Where the nightjar sleeps.")
        pages.restrict(make(summary="Where the nightjar hides."), group)
    make_course(summary="How the nightjar sings.")
    question(body="Who has heard the nightjar?")
    speller.forget()


def queries_of(client: Client, url: str) -> int:
    """Of the second request: the first fills what Django keeps for a process."""
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert "nightjar" in client.get(url).content.decode()
    return len([query for query in queries if not query["sql"].startswith("INSERT")])


@pytest.mark.parametrize("words", ["nightjar", "nightjar+sleeps", "nightjat"])
def test_a_search_costs_few_queries_rightly_spelt_or_not(client: Client, words: str) -> None:
    assert queries_of(client, f"/search/?q={words}") <= MOST_QUERIES


def test_filters_add_no_query(client: Client) -> None:
    plain = queries_of(client, "/search/?q=nightjar")
    assert queries_of(client, "/search/?q=nightjar&kind=guidance&nation=wales") <= plain
