"""The start page leads on to what this reader may open."""

import json
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import now
from wagtail.models import Page

from hub.access.enums import Role
from hub.access.groups import group_for_role
from hub.home.models import HomePage, ThemeIndexPage, ThemePage
from hub.taxonomy.models import Theme
from tests.factories.pages import add_page, guidance, policy, restrict
from tests.factories.people import UserFactory, sign_in, with_role

pytestmark = pytest.mark.django_db


def for_practitioners(page: Page) -> None:
    restrict(page, group_for_role(Role.PRACTITIONER, "Practitioner"))


def signpost(page: Page, title: str) -> None:
    home = HomePage.objects.get()
    value = {"title": title, "text": "A sentence.", "page": page.pk}
    home.situations = json.dumps([{"type": "situation", "value": value}])
    home.save()


def theme_page(slug: str = "mapping") -> ThemePage:
    theme = Theme.objects.get(slug=slug)
    return add_page(ThemePage, ThemeIndexPage.objects.get(), title=theme.name, theme=theme)


def filled_plots(html: str) -> list[int]:
    """The plots that are filled, 1 to 7, drawing by drawing."""
    plots = re.findall(r'class="plot( plot--here)?"', html)
    return [place % 7 + 1 for place, here in enumerate(plots) if here]


def queries_of(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    return len(queries)


def test_the_seed_makes_one_start_page_and_every_index_below_it(client: Client) -> None:
    slugs = set(HomePage.objects.get().get_children().values_list("slug", flat=True))
    assert {"themes", "guidance", "legislation", "glossary", "courses"} <= slugs
    assert client.get("/").status_code == 200


def test_search_is_the_first_control_of_the_page(client: Client) -> None:
    main = client.get("/").content.decode()
    assert 'id="home-search"' in main


def test_a_situation_leads_to_its_page(client: Client) -> None:
    signpost(guidance(slug="away"), "A child hasn't come home")
    assert (
        'href="/guidance/away/">A child hasn&#x27;t come home</a>'
        in client.get("/").content.decode()
    )


def test_a_situation_whose_page_is_closed_to_the_reader_is_left_out(client: Client) -> None:
    page = guidance(slug="away")
    signpost(page, "Practitioners only")
    for_practitioners(page)
    assert "Practitioners only" not in client.get("/").content.decode()
    sign_in(client, with_role(UserFactory(), Role.PRACTITIONER))
    assert "Practitioners only" in client.get("/").content.decode()


def test_lately_names_what_changed(client: Client) -> None:
    guidance(title="New guidance on taxis", first_published_at=now())
    assert "New guidance on taxis" in client.get("/").content.decode()


def test_lately_hides_what_the_reader_may_not_read(client: Client) -> None:
    for_practitioners(guidance(title="New guidance on taxis", first_published_at=now()))
    assert "New guidance on taxis" not in client.get("/").content.decode()


def test_lately_a_day_of_one_kind_hides_no_other_kind(client: Client) -> None:
    policy(title="A policy note", first_published_at=now() - timedelta(days=2))
    for number in range(8):
        guidance(title=f"Guidance {number}", first_published_at=now())
    assert "A policy note" in client.get("/").content.decode()


def test_lately_fills_its_places_with_one_kind_where_there_is_no_other(client: Client) -> None:
    for number in range(8):
        guidance(title=f"Guidance {number}", first_published_at=now())
    assert client.get("/").content.decode().count(">Guidance</span>") == 6


def test_without_a_change_the_page_says_what_will_be_there(client: Client) -> None:
    assert "Nothing has changed yet" in client.get("/").content.decode()


def test_a_theme_gathers_guidance_that_carries_it(client: Client) -> None:
    page = theme_page()
    guidance(title="Drawing the map", themes=["mapping"])
    guidance(title="Something else", themes=["leadership"])
    text = client.get(page.url).content.decode()
    assert "Drawing the map" in text
    assert "Something else" not in text


def test_a_theme_says_how_many_there_are_and_hides_the_closed_ones(client: Client) -> None:
    page = theme_page()
    for number in range(7):
        guidance(title=f"Guidance {number}", themes=["mapping"])
    for_practitioners(guidance(title="Closed guidance", themes=["mapping"]))
    text = client.get(page.url).content.decode()
    assert "See all 7" in text
    assert "Closed guidance" not in text


def test_see_all_of_a_kind_shows_all_of_it_and_no_more_of_the_others(client: Client) -> None:
    page = theme_page()
    for number in range(7):
        guidance(title=f"Guidance {number}", themes=["mapping"])
        policy(title=f"Note {number}", themes=["mapping"])
    closed = client.get(page.url).content.decode()
    address = re.search(r'href="(\?kind=guidance)#', closed).group(1)
    opened = client.get(page.url + address).content.decode()
    assert len(re.findall(r">Guidance \d<", opened)) == 7
    assert len(re.findall(r">Note \d<", opened)) == 5


def test_an_empty_theme_says_so_and_offers_one_action(client: Client) -> None:
    assert "Nothing here yet" in client.get(theme_page().url).content.decode()


@pytest.mark.parametrize("path", ["/", "/themes/"])
def test_each_theme_fills_its_own_of_the_seven_plots(client: Client, path: str) -> None:
    for theme in Theme.objects.all():
        theme_page(theme.slug)
    guidance(first_published_at=now())
    assert filled_plots(client.get(path).content.decode()) == [1, 2, 3, 4, 5, 6, 7]


def test_a_theme_page_has_its_own_plot_filled_and_no_other(client: Client) -> None:
    page = theme_page("partnership")
    guidance(themes=["partnership"])
    assert filled_plots(client.get(page.url).content.decode()) == [page.theme.order]


@pytest.mark.parametrize("path", ["/", "/themes/mapping/"])
def test_query_counts_do_not_grow_with_the_content(client: Client, path: str) -> None:
    theme_page()
    guidance(themes=["mapping"])
    client.get(path)
    few = queries_of(client, path)
    for _ in range(10):
        guidance(themes=["mapping"])
    assert queries_of(client, path) <= few
