"""Results in the order of words and meaning, on the page that people see."""

from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from hub.access.readers import ANONYMOUS
from search.engines.base import Query
from search.engines.current import current_engine
from search.meaning.sweep import embed_entries
from search.models import EntryVector
from search.query.filters import facet_names
from search.query.finding import find
from search.query.parsing import parse
from tests.factories import pages

if TYPE_CHECKING:
    from search.meaning.model import Model

pytestmark = pytest.mark.django_db

ASKED = "youth paid to carry packages of cocaine by rail"
# All hold one word of the query; words alone prefer the first, which is all about it.
RAIL = {"title": "Rail", "summary": "The rail of a curtain is made of brass."}
COUNTY_LINES = {
    "title": "Children moving drugs by rail",
    "summary": "Teenagers are given money to take drugs from cities to small towns.",
}
TRAVEL = {
    "title": "Getting there",
    "summary": "Cities have trains and buses. Buy a rail ticket at the counter. " + "Ask us. " * 20,
}


def titles(text: str = ASKED) -> list[str]:
    parsed = parse(text)
    found = find(
        query=Query(parsed.terms, text=parsed.text),
        names=facet_names(),
        page=1,
        engine=current_engine(),
        reader=ANONYMOUS,
    )
    return [entry.text.title for entry, _ in found.entries]


@pytest.fixture
def _three_pages() -> None:
    pages.guidance(**RAIL)
    pages.guidance(**COUNTY_LINES)
    pages.guidance(**TRAVEL)


@pytest.mark.usefixtures("_three_pages")
def test_words_alone_prefer_the_page_that_is_all_about_the_word() -> None:
    assert titles()[0] == RAIL["title"]


@pytest.mark.usefixtures("_three_pages", "sentence_model")
def test_with_a_model_the_page_that_means_what_was_asked_comes_first() -> None:
    embed_entries.call()
    assert titles()[0] == COUNTY_LINES["title"]


@pytest.mark.usefixtures("_three_pages", "sentence_model")
def test_as_long_as_no_vectors_are_made_words_decide() -> None:
    assert titles()[0] == RAIL["title"]


@pytest.mark.usefixtures("_three_pages", "sentence_model")
def test_vectors_of_words_that_have_changed_since_decide_nothing() -> None:
    embed_entries.call()
    EntryVector.objects.update(version=0)
    assert titles()[0] == RAIL["title"]


@pytest.mark.usefixtures("sentence_model")
def test_what_only_means_the_same_is_not_added() -> None:
    pages.guidance(title="Children moving drugs on trains")
    embed_entries.call()
    assert titles("teenager cocaine") == []


@pytest.mark.usefixtures("_three_pages", "sentence_model")
def test_what_is_closed_stays_closed_however_near_it_is() -> None:
    pages.restrict(pages.guidance(title=ASKED))
    embed_entries.call()
    assert ASKED not in titles()


@pytest.mark.usefixtures("_three_pages")
def test_a_page_of_results_costs_one_query_more(
    client: Client, settings, sentence_model: "Model"
) -> None:
    embed_entries.call()
    url = reverse("search:results")
    client.get(url, {"q": ASKED})
    with CaptureQueriesContext(
        connection,
    ) as with_meaning:
        assert client.get(url, {"q": ASKED}).status_code == 200
    settings.SEMANTIC_MODEL_DIR = ""
    with CaptureQueriesContext(connection) as by_words:
        client.get(url, {"q": ASKED})
    assert len(with_meaning) == len(by_words) + 1
