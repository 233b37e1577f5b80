"""Elasticsearch also finds what means nearly the same and shares no word."""

from typing import TYPE_CHECKING

import pytest
from django.contrib.auth.models import Group

from hub.access.readers import ANONYMOUS
from search.engines.base import Query, Results
from search.enums import Sort
from search.meaning.sweep import embed_entries
from search.models import Entry
from search.query.meaning import vector_of
from tests.factories import pages
from tests.search.engines.asking import engine_now

if TYPE_CHECKING:
    from search.meaning.model import Model

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("indices"), pytest.mark.sqlite_only]

ASKED = "youth paid carrying cocaine"
NEAR = {
    "title": "Children moving drugs",
    "summary": "Teenagers are given money to take crack from cities to small towns.",
}
FAR = {"title": "Roof tiles", "summary": "Slate lasts longer than clay."}


def ask(model: "Model", text: str = ASKED, **more: object) -> Results:
    """Its words and its meaning, of which only the meaning finds anything here."""
    words = tuple((word,) for word in text.split())
    query = Query(words, text=text, meaning=vector_of(text, model), **more)
    return engine_now().search(query, ANONYMOUS)


def found(results: Results) -> list[str]:
    titles = dict(Entry.objects.values_list("pk", "text__title"))
    return [titles[hit.entry_id] for hit in results.hits]


def test_what_means_the_same_is_found_and_counted(sentence_model: "Model") -> None:
    pages.guidance(**NEAR)
    pages.guidance(**FAR)
    embed_entries.call()
    results = ask(sentence_model)
    assert found(results) == [NEAR["title"]]
    assert sum(results.groups.values()) == 1


def test_an_entry_that_was_there_before_its_vectors_is_sent_again(sentence_model: "Model") -> None:
    pages.guidance(**NEAR)
    assert found(ask(sentence_model)) == []
    embed_entries.call()
    assert found(ask(sentence_model)) == [NEAR["title"]]


def test_what_is_closed_is_not_found(sentence_model: "Model") -> None:
    pages.restrict(pages.guidance(**NEAR), Group.objects.create(name="Red"))
    embed_entries.call()
    results = ask(sentence_model)
    assert (found(results), results.groups) == ([], {})


@pytest.mark.parametrize(
    "more", [{"required": (("roof",),)}, {"excluded": (("roof",),)}, {"sort": Sort.DATE}]
)
def test_meaning_adds_nothing_where_words_decide(
    sentence_model: "Model", more: dict[str, object]
) -> None:
    pages.guidance(**NEAR)
    embed_entries.call()
    assert found(ask(sentence_model, **more)) == []
