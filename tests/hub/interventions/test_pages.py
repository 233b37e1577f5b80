"""Interventions and referral routes as readers see them."""

import pytest
from django.test import Client
from django.urls import reverse

from hub.interventions.enums import Cost, Effect, Strength
from hub.pages.enums import Evidence
from tests.factories.pages import intervention, referral

pytestmark = pytest.mark.django_db


def html_of(client: Client, page: object) -> str:
    return client.get(page.url).content.decode()


def test_an_effect_stands_in_words_with_its_size(client: Client) -> None:
    html = html_of(client, intervention(effect=Effect.MODERATE, effect_percent=21))
    assert "Moderate: violence fell by 10 to 30 per cent on average" in html
    assert "The average fall is 21 per cent." in html


def test_the_list_filters_by_effect(client: Client) -> None:
    intervention(title="Helps", effect=Effect.HIGH)
    intervention(title="Harms", effect=Effect.HARM)
    cards = client.get("/interventions/?effect=harm").context["cards"]
    assert [card.title for card in cards] == ["Harms"]


def test_the_list_filters_by_strength_and_cost_together(client: Client) -> None:
    intervention(title="Sure and cheap", evidence_strength=Strength.HIGH, cost=Cost.LOW)
    intervention(title="Sure and dear", evidence_strength=Strength.HIGH, cost=Cost.HIGH)
    intervention(title="Unsure and cheap", evidence_strength=Strength.LOW, cost=Cost.LOW)
    cards = client.get("/interventions/?evidence_strength=4&cost=1").context["cards"]
    assert [card.title for card in cards] == ["Sure and cheap"]


def test_a_strength_that_makes_no_sense_filters_nothing(client: Client) -> None:
    intervention(title="Here")
    cards = client.get("/interventions/?evidence_strength=x&cost=9").context["cards"]
    assert [card.title for card in cards] == ["Here"]


def test_the_list_says_how_to_read_the_evidence(client: Client) -> None:
    assert (
        reverse("reading_evidence") in client.get(intervention().get_parent().url).content.decode()
    )


def test_a_route_says_when_how_fast_and_with_whose_consent(client: Client) -> None:
    page = referral(when_to_use="a child is missing", how_fast="at once", consent="none needed")
    html = html_of(client, page)
    wanted = ("A child is missing", "At once", "None needed")
    assert [words for words in wanted if words not in html] == []


def test_how_to_reach_a_route_comes_first(client: Client) -> None:
    html = html_of(client, referral(contact="Ring the front door", consent="none needed"))
    assert html.index("Ring the front door") < html.index("None needed")


def test_routes_stand_in_the_editors_order(client: Client) -> None:
    referral(title="Aardvark team", order=2)
    referral(title="Zebra team", order=1)
    cards = client.get("/referrals/").context["cards"]
    assert [card.title for card in cards] == ["Zebra team", "Aardvark team"]


@pytest.mark.parametrize(
    ("effect", "strength", "expected"),
    [
        (Effect.HIGH, Strength.VERY_HIGH, Evidence.STRONG),
        (Effect.HARM, Strength.HIGH, Evidence.STRONG),
        (Effect.MODERATE, Strength.LOW, Evidence.SOME),
        (Effect.HIGH, Strength.VERY_LOW, Evidence.EARLY),
        (Effect.INSUFFICIENT, None, Evidence.EARLY),
        (Effect.UNVERIFIED, None, ""),
    ],
)
def test_search_knows_how_sure_the_studies_are(
    effect: Effect, strength: Strength | None, expected: str
) -> None:
    page = intervention(effect=effect, evidence_strength=strength)
    assert page.search_document().evidence == expected
