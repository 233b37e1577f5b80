"""A search as a feed for anybody."""

import datetime

import defusedxml.ElementTree as ET
import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import PageViewRestriction

from search.models import Entry
from tests.factories import forum, pages
from tests.factories.people import UserFactory, in_group, sign_in

pytestmark = pytest.mark.django_db
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def titles(client: Client, **query: str) -> list[str | None]:
    answer = client.get("/search/feed/", {"q": "nightjar", **query})
    assert answer["Content-Type"] == "application/atom+xml"
    root = ET.fromstring(answer.content)
    return [title.text for title in root.findall("a:entry/a:title", ATOM)]


def test_the_newest_comes_first(client: Client) -> None:
    old, new = pages.guidance(title="Nightjar"), pages.guidance(title="What a nightjar sings")
    Entry.objects.filter(object_id=old.pk).update(date=datetime.date(2026, 1, 1))
    Entry.objects.filter(object_id=new.pk).update(date=datetime.date(2026, 2, 1))
    assert titles(client) == ["What a nightjar sings", "Nightjar"]


def test_filters_of_the_address_hold(client: Client) -> None:
    pages.guidance(title="Nightjar")
    pages.term("Nightjar term")
    Entry.objects.update(date=datetime.date(2026, 1, 1))
    assert titles(client, kind="term") == ["Nightjar term"]


def test_what_is_closed_is_in_nobody_s_feed(client: Client) -> None:
    pages.restrict(pages.guidance(title="Operation nightjar"), Group.objects.create(name="Red"))
    forum.question(space=forum.members_space(), title="Who has met nightjar?")
    assert titles(client) == []
    assert titles(sign_in(client, in_group(UserFactory(), "Red"))) == []


def test_rows_that_are_behind_the_content_are_not_in_it(client: Client) -> None:
    page = pages.guidance(title="Operation nightjar")
    PageViewRestriction.objects.bulk_create(
        [PageViewRestriction(page=page.page_ptr, restriction_type=PageViewRestriction.LOGIN)]
    )
    assert titles(client) == []


@pytest.mark.parametrize("words", ["", "\x00", "<&>", '"'])
def test_any_words_give_a_feed(client: Client, words: str) -> None:
    assert titles(client, q=words) == []


def test_the_page_of_results_names_its_feed(client: Client) -> None:
    pages.guidance(title="Nightjar")
    answer = client.get("/search/?q=nightjar&kind=guidance&sort=date&page=1")
    link = BeautifulSoup(answer.content, "html.parser").find("link", rel="alternate")
    assert link["href"] == "/search/feed/?q=nightjar&kind=guidance"
