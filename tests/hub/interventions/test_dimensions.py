"""What is known of an intervention stands part by part, each with what it means and who says so."""

import pytest
from django.test import Client

from hub.interventions import meanings
from hub.interventions.dimensions import answers_of
from hub.interventions.enums import Cost, Delivery, Dimension, Effect, Strength, StudiedIn
from hub.interventions.models import InterventionPage
from tests.factories.pages import intervention

pytestmark = pytest.mark.django_db


def source(dimension: Dimension, title: str) -> tuple[str, dict[str, object]]:
    return "source", {"dimension": dimension, "title": title, "url": "", "confidence": "verified"}


def known() -> InterventionPage:
    return intervention(
        effect=Effect.HIGH,
        evidence_strength=Strength.VERY_LOW,
        cost=Cost.HIGH,
        studied_in=StudiedIn.ELSEWHERE,
        delivery=Delivery.HARD,
    )


def values(page: InterventionPage) -> list[str]:
    return [answer.value for answer in answers_of(page)]


def test_the_five_parts_stand_side_by_side_in_words(client: Client) -> None:
    html = client.get(known().url).content.decode()
    wanted = (
        "High: violence fell by 30 per cent or more on average",
        "Very low",
        "Mostly in other countries",
        "Hard to do well",
    )
    assert [words for words in wanted if words not in html] == []


def test_every_part_that_nobody_confirmed_says_so(client: Client) -> None:
    page = intervention()
    assert values(page) == [""] * 5
    assert client.get(page.url).content.decode().count(">Not confirmed<") == 5


def test_no_part_changes_when_another_does() -> None:
    page = known()
    before = values(page)
    page.evidence_strength = Strength.VERY_HIGH
    after = values(page)
    assert [place for place in range(5) if before[place] != after[place]] == [1]


def test_each_part_says_what_its_answer_means() -> None:
    effect, strength, *_ = answers_of(known())
    assert effect.meaning == meanings.EFFECTS[Effect.HIGH]
    assert strength.meaning == meanings.STRENGTHS[Strength.VERY_LOW]


def test_what_is_not_confirmed_is_not_explained_away() -> None:
    assert {answer.meaning for answer in answers_of(intervention())} == {meanings.NOT_CONFIRMED}


def test_the_meaning_opens_without_script(client: Client) -> None:
    html = client.get(known().url).content.decode()
    assert html.count("<summary>What this means") == 5


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        (set(Effect) - {Effect.UNVERIFIED}, meanings.EFFECTS),
        (set(Strength), meanings.STRENGTHS),
        (set(Cost), meanings.COSTS),
        (set(StudiedIn), meanings.PLACES),
        (set(Delivery), meanings.DELIVERIES),
        (set(Dimension), meanings.ASKED),
    ],
)
def test_every_answer_has_a_meaning(answers: set[object], words: dict[object, object]) -> None:
    assert set(words) == answers


def test_a_source_stands_under_the_part_it_speaks_of_alone() -> None:
    page = intervention(evidence_sources=[source(Dimension.COST, "A report on cost")])
    named = {
        answer.dimension: [item.value["title"] for item in answer.sources]
        for answer in answers_of(page)
    }
    assert named.pop(Dimension.COST) == ["A report on cost"]
    assert set(map(tuple, named.values())) == {()}


def test_a_part_without_a_source_says_so(client: Client) -> None:
    html = client.get(known().url).content.decode()
    assert html.count("No source is named for this part.") == 5


def test_the_mechanism_stands_apart_from_the_effect(client: Client) -> None:
    page = intervention(
        mechanism="Trust comes first.",
        evidence_sources=[source(Dimension.MECHANISM, "A theory of change")],
    )
    html = client.get(page.url).content.decode()
    assert html.index("How it is thought to work") < html.index("Trust comes first.")
    assert "A theory of change" in html
    assert "A good reason is no proof" in html


def test_search_finds_what_is_known_beside_the_effect() -> None:
    page = intervention(
        mechanism="Trust first.", moderators="Girls took part less.", economics="900 pounds each."
    )
    assert [(item.anchor, item.text) for item in page.search_document().sections[1:]] == [
        ("how-it-works", "Trust first."),
        ("where-it-worked", "Girls took part less."),
        ("what-it-costs", "900 pounds each."),
    ]


def test_a_part_leads_to_where_more_is_said_of_it() -> None:
    anchors = {a.dimension: a.anchor for a in answers_of(intervention(economics="900 pounds."))}
    assert anchors[Dimension.COST] == "what-it-costs"
    assert anchors[Dimension.EFFECT] == ""
