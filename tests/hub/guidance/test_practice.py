"""Practice examples: what was done, and how far its results can be trusted."""

import pytest
from django.test import Client

from hub.guidance.enums import EvidenceLevel
from hub.pages.enums import Evidence
from tests.factories.pages import practice

pytestmark = pytest.mark.django_db


def test_results_stand_beside_how_far_to_trust_them(client: Client) -> None:
    page = practice(
        results="Fewer calls.",
        results_period="2018 to 2020",
        evidence_level=EvidenceLevel.MONITORED,
    )
    html = client.get(page.url).content.decode()
    results = html.split('<h2 id="results">')[1]
    assert "Monitoring figures or feedback" in results
    assert "Results cover: 2018 to 2020" in results


def test_what_nobody_filled_in_has_no_heading(client: Client) -> None:
    html = client.get(practice(problem="Silos.").url).content.decode()
    assert "The problem</h2>" in html
    assert "What it took</h2>" not in html


def test_the_publisher_is_one_press_away(client: Client) -> None:
    page = practice(publisher="A charity", publisher_url="https://charity.example/report")
    html = client.get(page.url).content.decode()
    assert 'href="https://charity.example/report"' in html
    assert "Read it where it was published: A charity" in html


def test_the_list_shows_the_chosen_evidence_and_better(client: Client) -> None:
    practice(title="Told", evidence_level=EvidenceLevel.DESCRIBED)
    practice(title="Compared", evidence_level=EvidenceLevel.COMPARISON)
    practice(title="Tried", evidence_level=EvidenceLevel.STRONG)
    cards = client.get("/practice/?evidence=4").context["cards"]
    assert [card.title for card in cards] == ["Compared", "Tried"]


def test_nonsense_for_evidence_filters_nothing(client: Client) -> None:
    practice(title="Told")
    response = client.get("/practice/?evidence=999")
    assert [card.title for card in response.context["cards"]] == ["Told"]


def test_a_filter_in_use_is_named_in_words(client: Client) -> None:
    html = client.get("/practice/?evidence=4").content.decode()
    assert "At least this evidence: Measured against a comparison group" in html


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        (EvidenceLevel.DESCRIBED, Evidence.EARLY),
        (EvidenceLevel.MONITORED, Evidence.EARLY),
        (EvidenceLevel.BEFORE_AFTER, Evidence.SOME),
        (EvidenceLevel.COMPARISON, Evidence.STRONG),
        (EvidenceLevel.STRONG, Evidence.STRONG),
    ],
)
def test_search_knows_each_level_on_the_scale_of_all_kinds(
    level: EvidenceLevel, expected: Evidence
) -> None:
    assert practice(evidence_level=level).search_document().evidence == expected
