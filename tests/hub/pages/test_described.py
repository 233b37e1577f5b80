"""What search engines are told of a page: what it shows to everybody, and nothing else."""

import json
from datetime import date
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.test import Client

from hub.pages.models import HubPage
from hub.taxonomy.models import Theme
from tests.factories import pages
from tests.factories.courses import course_with_quiz
from tests.factories.people import UserFactory, in_group, practitioner_client, sign_in

pytestmark = pytest.mark.django_db
LINKED = 'script[type="application/ld+json"]'


def scripts(page: HubPage, client: Client | None = None) -> list[str]:
    answer = (client or Client()).get(page.url)
    assert answer.status_code == 200
    return [one.string for one in BeautifulSoup(answer.content, "html.parser").select(LINKED)]


def told(page: HubPage) -> dict[str, Any]:
    (text,) = scripts(page)
    found: dict[str, Any] = json.loads(text)
    return found


def test_a_page_says_what_it_is_where_and_since_when() -> None:
    note = ("note", {"date": date(2026, 2, 1), "text": "New.", "significance": "major"})
    page = pages.guidance(
        title="Cuckooing", summary="What to do.", change_notes=[note], reviewed_on=date(2026, 3, 1)
    )
    found = told(page)
    assert (found["@context"], found["@type"]) == ("https://schema.org", "WebPage")
    assert (found["name"], found["description"]) == ("Cuckooing", "What to do.")
    assert found["url"] == f"http://testserver{page.url}"
    assert (found["dateModified"], found["lastReviewed"]) == ("2026-02-01", "2026-03-01")


def test_it_says_for_which_nations_it_is() -> None:
    found = told(pages.guidance(nations=["wales"]))
    assert found["spatialCoverage"] == [{"@type": "Place", "name": "Wales"}]


def test_it_names_its_sources() -> None:
    source = {"title": "Report", "url": "https://example.org/r", "confidence": "verified"}
    assert told(pages.guidance(sources=[("source", source)]))["citation"] == [source["url"]]


def test_a_withdrawn_page_says_so() -> None:
    page = pages.guidance(withdrawn_on=date(2026, 1, 2), withdrawn_because="Old.")
    assert told(page)["creativeWorkStatus"] == "Withdrawn"


@pytest.mark.parametrize(
    ("make", "right"),
    [
        (pages.guidance, "Article"),
        (pages.practice, "Article"),
        (pages.provision, "Legislation"),
        (pages.act, "Legislation"),
        (pages.term, "DefinedTerm"),
        (pages.tool, "CreativeWork"),
        (course_with_quiz, "Course"),
    ],
)
def test_each_kind_says_what_it_is_in_the_words_of_all(make: Any, right: str) -> None:
    assert told(make())["mainEntity"]["@type"] == right


def test_a_theme_page_is_told_of_too() -> None:
    page = pages.theme_page(Theme.objects.get(slug="mapping"))
    assert told(page)["mainEntity"]["@type"] == "Collection"


def test_nobody_is_named() -> None:
    owner = UserFactory(name="Carys Penry")
    page = pages.guidance(page_owner=owner, reviewer=owner)
    assert "Penry" not in scripts(page)[0]


def test_of_a_closed_page_nothing_is_told_even_to_those_who_read_it() -> None:
    page = pages.guidance()
    pages.restrict(page, Group.objects.create(name="Red"))
    assert scripts(page, sign_in(Client(), in_group(UserFactory(), "Red"))) == []


def test_of_a_sensitive_page_nothing_is_told() -> None:
    page = pages.guidance()
    pages.mark_sensitive(page)
    assert scripts(page, practitioner_client()) == []


def test_no_title_ends_the_element_that_it_stands_in() -> None:
    title = "</script><script>alert(1)</script><!-- &amp;"
    page = pages.guidance(title=title)
    assert told(page)["name"] == title
    assert b"<script>alert" not in Client().get(page.url).content
