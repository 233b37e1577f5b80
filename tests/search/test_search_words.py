"""Pages are found by the words that their editors say people type; no reader is shown them."""

import pytest
from django.test import Client

from search.models import EntryText
from tests.factories import pages

pytestmark = pytest.mark.django_db


def test_a_page_is_found_by_words_that_it_does_not_hold(client: Client) -> None:
    pages.guidance(title="Cuckooing", search_words="people in and out all night")
    response = client.get("/search/", {"q": "all night at my neighbour's"})
    assert [result.title for result in response.context["results"]] == ["Cuckooing"]
    assert "in and out" not in response.content.decode()


def test_they_are_no_names(client: Client) -> None:
    page = pages.guidance(title="Cuckooing", search_words="people in and out all night")
    text = EntryText.objects.get(title=page.title)
    assert (text.other_names, text.aliases) == ("", "people in and out all night")
    result = client.get("/search/", {"q": "people night"}).context["results"][0]
    assert not any("called" in part for part in result.meta)


def test_the_page_itself_does_not_show_them(client: Client) -> None:
    page = pages.guidance(title="Cuckooing", search_words="people in and out all night")
    assert "in and out" not in client.get(page.url).content.decode()
