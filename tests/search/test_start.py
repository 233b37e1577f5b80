"""The page of search before anybody has typed a word."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.test import Client

from hub.home.models import ThemeIndexPage, ThemePage
from hub.policy.models import PolicyIndexPage
from hub.taxonomy.models import Theme
from tests.factories import pages

pytestmark = pytest.mark.django_db


def links(client: Client) -> dict[str, str]:
    page = BeautifulSoup(client.get("/search/").content, "html.parser")
    return {link.get_text(): link["href"] for link in page.select("main li a")}


def test_it_leads_to_the_list_of_each_kind_that_has_one(client: Client) -> None:
    found = links(client)
    assert found["Guidance"] == "/guidance/"
    assert found["Forum threads"] == "/forum/"


def test_every_link_opens_a_page(client: Client) -> None:
    assert {client.get(address).status_code for address in links(client).values()} == {200}


def test_a_list_that_is_closed_to_the_reader_is_not_named(client: Client) -> None:
    assert "Policy notes" in links(client)
    pages.restrict(PolicyIndexPage.objects.get(), Group.objects.create(name="Red"))
    assert "Policy notes" not in links(client)


def test_themes_stand_in_their_own_order(client: Client) -> None:
    titles = ["Zeal first", "Calm second"]
    for number, title in enumerate(titles):
        theme = Theme.objects.create(name=title, slug=f"theme-{number}", order=100 + number)
        pages.add_page(ThemePage, ThemeIndexPage.objects.get(), title=title, theme=theme)
    assert [text for text in links(client) if text in titles] == titles
