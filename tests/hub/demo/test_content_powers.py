"""What the demonstration's powers finder says of each provision."""

import pytest

from hub.legislation.forms import finder_faults
from hub.legislation.powers.enums import Concern, Intrusion, Problem
from tests.hub.demo.written_content import AGENCIES, entries, provisions, read

POWERS = read("powers")
EVERYONE_ASKS = {"lg-ca1989-s47", "lg-ca1989-s17", "lg-msa2015-s45", "lg-care2014-s42"}


def test_every_entry_belongs_to_a_provision() -> None:
    assert set(POWERS) <= set(provisions())


@pytest.mark.parametrize("fact", POWERS)
def test_every_entry_is_chosen_from_the_lists(fact: str) -> None:
    entry = POWERS[fact]
    concerns = set() if entry["concerns"] == "anyone" else set(entry["concerns"])
    assert entry["reach"].upper() in Intrusion.__members__
    assert {*entry.get("acting", ()), *entry.get("asking", ())} <= AGENCIES
    assert set(entry.get("problems", ())) <= set(Problem.values)
    assert concerns <= set(Concern.values)


@pytest.mark.parametrize("fact", POWERS)
def test_every_entry_could_be_published_in_the_cms(fact: str) -> None:
    entry = POWERS[fact]
    given = {
        **entry,
        "intrusion": Intrusion[entry["reach"].upper()],
        "kind": entries("legislation")[fact]["kind"],
        "nations": provisions()[fact]["nations"],
    }
    assert finder_faults(given) == {}


@pytest.mark.parametrize("fact", POWERS)
def test_nobody_both_decides_and_tells_those_who_do(fact: str) -> None:
    entry = POWERS[fact]
    assert set(entry.get("acting", ())) & set(entry.get("asking", ())) == set()


@pytest.mark.parametrize("fact", sorted(EVERYONE_ASKS))
def test_every_agency_meets_the_duties_that_protect(fact: str) -> None:
    entry = POWERS[fact]
    assert {*entry["acting"], *entry["asking"]} == AGENCIES


def test_every_agency_finds_something_for_every_problem() -> None:
    found = {
        (agency, problem)
        for entry in POWERS.values()
        for agency in (*entry.get("acting", ()), *entry.get("asking", ()))
        for problem in entry.get("problems", ())
    }
    assert found == {(agency, problem.value) for agency in AGENCIES for problem in Problem}


def test_beside_the_police_only_schools_and_landlords_are_given_what_reaches_in_most() -> None:
    """Schools may search pupils, and landlords may ask for a home back."""
    most = {fact: entry for fact, entry in POWERS.items() if entry["reach"] == "force"}
    others = {fact for fact, entry in most.items() if set(entry["acting"]) != {"police"}}
    assert others == {"lg-ea1996-s550za", "lg-ha1985-s84a", "lg-ha1988-g7a"}
