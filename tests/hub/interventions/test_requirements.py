"""The conditions of an intervention, chosen from the closed list."""

import pytest
from django.test import Client

from hub.interventions.conditions import MEANINGS, NEXT_STEPS, Condition
from hub.interventions.enums import Weight
from hub.interventions.requirements import in_groups, requirements_of
from tests.factories.pages import intervention

pytestmark = pytest.mark.django_db


def need(
    condition: str, weight: Weight = Weight.NEEDED, why: str = ""
) -> tuple[str, dict[str, str]]:
    return "need", {"condition": condition, "weight": weight, "why": why}


HARM = ("harm", {"condition": Condition.RIVALS, "why": "They fight."})


def test_every_condition_says_what_it_means_and_what_to_do_first() -> None:
    assert set(MEANINGS) == set(NEXT_STEPS) == set(Condition)


def test_what_is_needed_comes_first_and_harm_last() -> None:
    page = intervention(requirements=[HARM, need("team", Weight.HELPS), need("budget")])
    groups = [
        (str(label), [item.condition for item in group])
        for label, group in in_groups(requirements_of(page))
    ]
    assert groups == [
        ("Needed first", [Condition.BUDGET]),
        ("Makes it easier", [Condition.TEAM]),
        ("May do harm where", [Condition.RIVALS]),
    ]


def test_a_condition_chosen_twice_counts_once() -> None:
    page = intervention(requirements=[need("team", why="First."), need("team", why="Second.")])
    assert [item.why for item in requirements_of(page)] == ["First."]


def test_a_condition_that_left_the_list_is_left_out() -> None:
    assert requirements_of(intervention(requirements=[need("tanks")])) == []


def test_chosen_and_written_conditions_stand_together(client: Client) -> None:
    page = intervention(
        requirements=[need("team", why="One voice."), HARM], conditions=[("point", "A quiet room")]
    )
    html = client.get(page.url).content.decode()
    wanted = (
        "A trained team from several agencies. One voice.",
        "Young people in conflict would meet in one place. They fight.",
        "A quiet room",
    )
    assert [words for words in wanted if words not in html] == []


def test_search_finds_the_conditions() -> None:
    page = intervention(requirements=[need("team", why="One voice.")])
    assert "One voice." in page.search_document().sections[-1].text
