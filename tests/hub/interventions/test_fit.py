"""Comparing conditions with what an area says: in words, and never added up."""

import pytest

from hub.interventions.conditions import CIRCUMSTANCES, RESOURCES, Condition, Presence
from hub.interventions.enums import Weight
from hub.interventions.fit import FIND_OUT, Comparison, Verdict, compare
from hub.interventions.models import AreaStatement
from hub.interventions.requirements import Requirement


def said(condition: Condition, presence: Presence) -> dict[str, AreaStatement]:
    return {condition: AreaStatement(condition=condition, presence=presence)}


def only(condition: Condition, presence: Presence | None = None) -> Comparison:
    weight = None if condition.is_circumstance else Weight.NEEDED
    statements = said(condition, presence) if presence else {}
    ((_, (comparison,)),) = compare([Requirement(condition, weight, "")], statements)
    return comparison


@pytest.mark.parametrize("condition", RESOURCES)
@pytest.mark.parametrize(
    ("presence", "verdict"),
    [
        (Presence.YES, Verdict.IN_PLACE),
        (Presence.PARTLY, Verdict.PARTLY),
        (Presence.NO, Verdict.MISSING),
        (Presence.UNKNOWN, Verdict.UNKNOWN),
        (None, Verdict.UNKNOWN),
    ],
)
def test_what_an_area_has_or_lacks_is_said_in_words(
    condition: Condition, presence: Presence | None, verdict: Verdict
) -> None:
    assert only(condition, presence).verdict == verdict


@pytest.mark.parametrize("condition", CIRCUMSTANCES)
@pytest.mark.parametrize(
    ("presence", "verdict"),
    [
        (Presence.YES, Verdict.HARM),
        (Presence.PARTLY, Verdict.HARM),
        (Presence.NO, Verdict.CLEAR),
        (Presence.UNKNOWN, Verdict.UNKNOWN),
        (None, Verdict.UNKNOWN),
    ],
)
def test_what_makes_it_harmful_is_never_called_in_place(
    condition: Condition, presence: Presence | None, verdict: Verdict
) -> None:
    assert only(condition, presence).verdict == verdict


@pytest.mark.parametrize("presence", [Presence.NO, Presence.PARTLY])
def test_what_is_missing_comes_with_a_first_step(presence: Presence) -> None:
    assert only(Condition.TEAM, presence).next_step == Condition.TEAM.next_step


def test_what_does_harm_comes_with_a_first_step() -> None:
    assert only(Condition.RIVALS, Presence.YES).next_step == Condition.RIVALS.next_step


def test_what_nobody_knows_is_to_be_found_out() -> None:
    assert only(Condition.TEAM).next_step == FIND_OUT


@pytest.mark.parametrize(
    ("condition", "presence"),
    [(Condition.TEAM, Presence.YES), (Condition.RIVALS, Presence.NO)],
)
def test_what_is_as_it_should_be_asks_for_nothing(condition: Condition, presence: Presence) -> None:
    assert only(condition, presence).next_step == ""


def test_harm_is_told_first_and_what_is_in_place_last() -> None:
    asked = [
        Requirement(Condition.TEAM, Weight.NEEDED, ""),
        Requirement(Condition.BUDGET, Weight.NEEDED, ""),
        Requirement(Condition.RIVALS, None, ""),
    ]
    statements = {
        **said(Condition.TEAM, Presence.YES),
        **said(Condition.BUDGET, Presence.NO),
        **said(Condition.RIVALS, Presence.YES),
    }
    assert [str(label) for label, _ in compare(asked, statements)] == [
        "It may do harm here",
        "Missing here",
        "In place",
    ]


def test_an_intervention_without_conditions_compares_to_nothing() -> None:
    assert compare([], said(Condition.TEAM, Presence.YES)) == []
