"""What the CMS asks of a provision that goes into the powers finder."""

import pytest

from hub.legislation.enums import ProvisionKind
from hub.legislation.forms import finder_faults
from hub.legislation.powers.enums import Concern, Intrusion, Problem

COMPLETE = {
    "intrusion": Intrusion.ORDER,
    "kind": ProvisionKind.ORDER,
    "acting": ["police"],
    "asking": [],
    "problems": [Problem.DRUGS.value],
    "concerns": [Concern.ADULT.value],
    "nations": ["england"],
}


def test_what_is_complete_has_no_fault() -> None:
    assert finder_faults(COMPLETE) == {}


@pytest.mark.parametrize("name", ["acting", "problems", "concerns", "nations"])
def test_what_is_missing_is_asked_for(name: str) -> None:
    assert list(finder_faults(COMPLETE | {name: []})) == [name]


def test_those_who_tell_are_enough() -> None:
    assert finder_faults(COMPLETE | {"acting": [], "asking": ["schools"]}) == {}


def test_a_duty_to_keep_people_safe_needs_no_problem() -> None:
    duty = {"intrusion": Intrusion.SAFEGUARDING, "kind": ProvisionKind.DUTY, "problems": []}
    assert finder_faults(COMPLETE | duty) == {}
