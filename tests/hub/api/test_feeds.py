"""Feeds by theme and kind hold what everybody may read, whoever asks."""

from collections.abc import Callable
from datetime import date
from typing import Any

import defusedxml.ElementTree as ET
import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client, override_settings
from wagtail.models import PageViewRestriction

from hub.api.feeds import NEWEST
from hub.pages.models import HubPage
from hub.taxonomy.models import Theme
from tests.factories import forum, pages
from tests.factories.people import UserFactory, in_group, sign_in

pytestmark = pytest.mark.django_db
NEW_YEAR = date(2026, 1, 1)
ATOM = {"a": "http://www.w3.org/2005/Atom"}
GUIDANCE = "/feeds/kinds/guidance/"


def titles(address: str, client: Client | None = None) -> list[str | None]:
    answer = (client or Client()).get(address)
    assert answer["Content-Type"] == "application/atom+xml"
    return [t.text for t in ET.fromstring(answer.content).findall("a:entry/a:title", ATOM)]


def dated(
    title: str, make: Callable = pages.guidance, day: date = NEW_YEAR, **more: Any
) -> HubPage:
    """Published that day: what has no day is in no feed."""
    note = ("note", {"date": day, "text": "New.", "significance": "major"})
    page: HubPage = make(title=title, change_notes=[note], **more)
    return page


def alternate(answer: HttpResponse) -> str:
    (link,) = BeautifulSoup(answer.content, "html.parser").select("link[rel=alternate]")
    return str(link["href"])


def test_a_kind_has_its_newest_first() -> None:
    dated("Old")
    dated("New", day=date(2026, 2, 1))
    dated("Other", pages.practice)
    assert titles(GUIDANCE) == ["New", "Old"]


def test_a_theme_has_what_bears_it_of_every_kind() -> None:
    dated("Here", themes=["mapping"])
    dated("Here too", pages.practice, themes=["mapping"])
    dated("Elsewhere", themes=["partnership"])
    assert set(titles("/feeds/themes/mapping/")) == {"Here", "Here too"}


def test_a_kind_of_a_theme_has_both() -> None:
    dated("Here", themes=["mapping"])
    dated("Here too", pages.practice, themes=["mapping"])
    assert titles("/feeds/themes/mapping/practice/") == ["Here too"]


def test_an_entry_leads_to_the_page_and_tells_its_summary_and_day() -> None:
    page = dated("New", summary="Ask first.")
    entry = ET.fromstring(Client().get(GUIDANCE).content).find("a:entry", ATOM)
    assert entry.find("a:link", ATOM).get("href") == f"http://testserver{page.url}"
    assert entry.find("a:updated", ATOM).text == "2026-01-01T00:00:00+00:00"
    assert entry.find("a:summary", ATOM).text == "Ask first."


def test_mark_up_in_a_title_or_summary_stays_words() -> None:
    dated("<b>Bold</b>", summary="<script>alert(1)</script>")
    entry = ET.fromstring(Client().get(GUIDANCE).content).find("a:entry", ATOM)
    assert entry.find("a:title", ATOM).text == "<b>Bold</b>"
    assert entry.find("a:summary", ATOM).text == "&lt;script&gt;alert(1)&lt;/script&gt;"


def test_what_is_closed_is_in_no_feed_not_even_of_those_who_may_read_it() -> None:
    page = dated("Operation nightjar", themes=["mapping"])
    pages.restrict(page, Group.objects.create(name="Red"))
    insider = sign_in(Client(), in_group(UserFactory(), "Red"))
    assert titles(GUIDANCE, insider) == titles("/feeds/themes/mapping/", insider) == []


def test_a_row_that_is_behind_the_content_tells_nothing() -> None:
    page = dated("Operation nightjar")
    PageViewRestriction.objects.bulk_create(
        [PageViewRestriction(page=page.page_ptr, restriction_type=PageViewRestriction.LOGIN)]
    )
    assert titles(GUIDANCE) == []


def test_a_thread_tells_neither_the_hour_nor_who_asked() -> None:
    forum.question(title="Who refers?", author=UserFactory(name="Carys Penry"))
    text = Client().get("/feeds/kinds/thread/").content.decode()
    assert "Who refers?" in text
    assert "T00:00:00+00:00" in text
    assert "Penry" not in text


def test_a_feed_ends_at_the_newest() -> None:
    for number in range(NEWEST + 1):
        dated(f"Term {number}", pages.term)
    assert len(titles("/feeds/kinds/term/")) == NEWEST


@pytest.mark.parametrize(
    "address",
    [
        "/feeds/kinds/nowhere/",
        "/feeds/kinds/person/",
        "/feeds/themes/nowhere/",
        "/feeds/themes/mapping/person/",
    ],
)
def test_what_isn_t_there_or_stays_in_the_hub_has_no_feed(client: Client, address: str) -> None:
    pages.guidance(themes=["mapping"])
    assert client.get(address).status_code == 404


def test_a_reader_who_has_it_already_gets_nothing_again(client: Client) -> None:
    pages.guidance()
    tag = client.get(GUIDANCE)["ETag"]
    assert client.get(GUIDANCE, headers={"If-None-Match": tag}).status_code == 304


@override_settings(HUB_RATE_LIMITS={"feed": "1/m/user"})
def test_feeds_have_a_limit(client: Client) -> None:
    cache.clear()
    statuses = [client.get(GUIDANCE).status_code, client.head(GUIDANCE).status_code]
    cache.clear()
    assert statuses == [200, 429]


@pytest.mark.parametrize(("at", "feed"), [("/guidance/", "guidance"), ("/forum/", "thread")])
def test_a_list_names_the_feed_of_its_kind(client: Client, at: str, feed: str) -> None:
    assert alternate(client.get(at)) == f"/feeds/kinds/{feed}/"


def test_a_theme_page_names_the_feed_of_its_theme(client: Client) -> None:
    page = pages.theme_page(Theme.objects.get(slug="mapping"))
    assert alternate(client.get(page.url)) == "/feeds/themes/mapping/"
