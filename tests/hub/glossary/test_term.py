"""The glossary and its terms."""

import pytest
from django.test import Client

from tests.factories.pages import term

pytestmark = pytest.mark.django_db


def test_the_glossary_goes_from_a_to_z(client: Client) -> None:
    for word in ("Trapping", "bando", "Adultification", "Éclair"):
        term(word)
    letters = [letter for letter, _ in client.get("/glossary/").context["letters"]]
    assert letters == ["A", "B", "E", "T"]


def test_every_letter_leads_to_its_words(client: Client) -> None:
    term("24 hours")
    term("Bando")
    html = client.get("/glossary/").content.decode()
    missing = [mark for mark in ("b", "other") if f'href="#{mark}"' not in html]
    missing += [mark for mark in ("b", "other") if f'id="{mark}"' not in html]
    assert missing == []


def test_the_glossary_filters_by_subject(client: Client) -> None:
    term("Elders", category="roles")
    term("Bando", category="places")
    names = [card.title for card in client.get("/glossary/?category=roles").context["cards"]]
    assert names == ["Elders"]


def test_a_term_says_which_care_it_needs(client: Client) -> None:
    page = term("Runner", care="stigmatising", care_note="Say: a child who was made to carry.")
    html = client.get(page.url).content.decode()
    assert "Can stigmatise: prefer other words" in html
    assert "a child who was made to carry" in html


def test_a_term_says_who_means_something_else(client: Client) -> None:
    page = term("Gang", definitions_differ=True, difference_note="Police test the statute.")
    assert b"Police test the statute." in client.get(page.url).content


def test_search_knows_a_term_by_its_other_words() -> None:
    page = term("County lines", other_words="cunch\ngoing country")
    assert page.search_document().aliases == ("cunch", "going country")
