"""Filters of a list, and what they make of nonsense."""

import pytest
from django.http import QueryDict
from django.test import Client

from hub.pages.filters import ListingFilters
from tests.factories.pages import guidance

pytestmark = pytest.mark.django_db


def titles(client: Client, query: str) -> list[str]:
    return [card.title for card in client.get(f"/guidance/?{query}").context["cards"]]


def test_a_list_filters_by_theme(client: Client) -> None:
    guidance(title="Mapped", themes=["mapping"])
    guidance(title="Led", themes=["leadership"])
    assert titles(client, "theme=mapping") == ["Mapped"]


def test_a_page_for_nobody_in_particular_is_for_every_agency(client: Client) -> None:
    guidance(title="For all")
    guidance(title="For schools", audiences=["schools"])
    guidance(title="For police", audiences=["police"])
    assert titles(client, "agency=schools") == ["For all", "For schools"]


def test_a_page_for_two_agencies_is_listed_once(client: Client) -> None:
    guidance(title="For both", audiences=["schools", "police"], themes=["mapping", "leadership"])
    assert titles(client, "agency=schools") == ["For both"]


def test_a_list_filters_by_nation(client: Client) -> None:
    guidance(title="Wales only", nations=["wales"])
    guidance(title="England only", nations=["england"])
    assert titles(client, "nation=wales") == ["Wales only"]


@pytest.mark.parametrize("query", ["theme=no-such", "agency=%00", "nation=wales'--", "page=zzz"])
def test_a_value_that_makes_no_sense_filters_nothing(client: Client, query: str) -> None:
    guidance(title="Still here")
    assert titles(client, query) == ["Still here"]


def test_each_filter_in_use_can_be_taken_away_alone() -> None:
    filters = ListingFilters(QueryDict("theme=mapping&nation=wales"))
    removed = {item.label: item.url for item in filters.active()}
    assert removed == {"Theme: Mapping": "?nation=wales", "Nation: Wales": "?theme=mapping"}


def test_a_list_with_no_match_offers_everything_again(client: Client) -> None:
    guidance(themes=["mapping"])
    response = client.get("/guidance/?theme=leadership")
    assert response.context["cards"] == []
    assert b"Show everything" in response.content
