"""The facts as readers meet them."""

import datetime
import re
from typing import Any

import pytest

from hub.interventions.conditions import CIRCUMSTANCES, RESOURCES
from tests.hub.demo.written_content import (
    AGENCIES,
    FACT_KINDS,
    NATIONS,
    WORKING_NOTES,
    entries,
    for_readers,
    provisions,
    read,
    texts,
)

NEW_IN_2026 = (
    "lg-ca2004-s16la",
    "lg-cpa2026-cce",
    "lg-cpa2026-cce-order",
    "lg-cpa2026-concealment",
    "lg-cpa2026-cuckooing",
    "lg-cpa2026-respect",
)


@pytest.mark.parametrize("kind", [kind for kind in FACT_KINDS if kind != "themes"])
def test_every_fact_has_its_fields_for_readers_and_no_other_has(kind: str) -> None:
    fields = read(f"facts/{kind}_structured")
    assert set(fields.get("provisions", fields)) == set(entries(kind))


@pytest.mark.parametrize("kind", FACT_KINDS)
def test_readers_meet_no_working_notes(kind: str) -> None:
    hidden = {"status", "source", "uri"}
    found = [
        (fact, text)
        for fact, fields in for_readers(kind).items()
        for text in texts({key: value for key, value in fields.items() if key not in hidden})
        if WORKING_NOTES.search(text)
    ]
    assert found == []


def test_overrides_replace_fields_that_exist() -> None:
    facts = {fact: entry for kind in FACT_KINDS for fact, entry in entries(kind).items()}
    wrong = [
        (fact, field)
        for fact, fields in read("facts/overrides").items()
        for field in fields
        if field not in facts.get(fact, {})
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "kind", [kind for kind in FACT_KINDS if kind not in ("themes", "glossary")]
)
def test_nations_and_audiences_are_known_and_never_empty(kind: str) -> None:
    odd = [
        fact
        for fact, fields in for_readers(kind).items()
        if not (
            set(fields["nations"]) <= NATIONS
            and set(fields["audiences"]) <= AGENCIES
            and fields["nations"]
            and fields["audiences"]
        )
    ]
    assert odd == []


@pytest.mark.parametrize("kind", FACT_KINDS[1:])
def test_addresses_are_fit_for_a_url(kind: str) -> None:
    slugs = [fields["slug"] for fields in for_readers(kind).values()]
    assert [slug for slug in slugs if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)] == []


def test_all_seventy_three_provisions_stand_under_an_act_that_is_there() -> None:
    acts = {act["slug"] for act in read("facts/legislation_structured")["acts"]}
    assert len(provisions()) == 73
    assert {provision["act_slug"] for provision in provisions().values()} == acts


def test_no_two_provisions_of_an_act_share_an_address() -> None:
    places = [(item["act_slug"], item["slug"]) for item in provisions().values()]
    assert len(places) == len(set(places))


def test_every_provision_has_a_known_status() -> None:
    known = {"in_force", "not_in_force", "start_unclear", "pilot_ended", "repealed"}
    assert {item["status"] for item in provisions().values()} <= known


def test_a_power_whose_start_is_unclear_carries_no_start_date() -> None:
    unsettled = [item for item in provisions().values() if item["status"] != "in_force"]
    assert unsettled
    assert [item["title"] for item in unsettled if item["in_force_from"]] == []


def test_start_dates_are_dates() -> None:
    starts = [item["in_force_from"] for item in provisions().values() if item["in_force_from"]]
    assert starts
    assert all(isinstance(start, datetime.date) for start in starts)


@pytest.mark.parametrize("fact", NEW_IN_2026)
def test_the_new_powers_of_2026_are_never_said_to_be_in_force(fact: str) -> None:
    assert provisions()[fact]["status"] == "start_unclear"


@pytest.mark.parametrize("kind", FACT_KINDS)
def test_every_fact_names_its_source(kind: str) -> None:
    nameless = [
        fact
        for fact, fields in for_readers(kind).items()
        if not all(source["title"] and source["url"] for source in fields["sources"])
    ]
    assert nameless == []


def test_a_provision_counts_as_checked_only_where_its_official_text_was_read() -> None:
    facts = entries("legislation")
    wrong = [
        fact
        for fact, item in provisions().items()
        if item["checked"]
        != (
            facts[fact]["confidence"] == "verified"
            and "legislation.gov.uk" in facts[fact]["source"]
        )
    ]
    assert wrong == []


def test_a_provision_with_a_verified_fact_says_what_was_checked_or_where_it_comes_from() -> None:
    facts = entries("legislation")
    wrong = [
        fact
        for fact, item in provisions().items()
        if (facts[fact]["confidence"] == "verified") != bool(item["checked_note"])
    ]
    assert wrong == []


def test_a_summary_of_law_is_one_sentence() -> None:
    assert [p["title"] for p in provisions().values() if ". " in p["summary"]] == []


def test_the_defence_of_a_child_asks_what_a_reasonable_person_would_do() -> None:
    """Section 45(4)(c) of the Modern Slavery Act 2015, as enacted, on legislation.gov.uk."""
    test = for_readers("legislation")["lg-msa2015-s45"]["test"]
    assert "would do it" in test
    assert "might do it" not in test


def test_superseded_policy_names_what_replaced_it() -> None:
    notes = read("facts/policy_structured")
    wrong = [
        fact
        for fact, note in notes.items()
        if (note["status"] == "superseded") != (note["superseded_by"] in notes)
    ]
    assert wrong == []


def test_practice_says_what_did_not_work_or_that_nobody_reported_it() -> None:
    examples = read("facts/practice_structured").values()
    assert all(example["what_did_not_work"] for example in examples)
    assert {example["evidence_level"] for example in examples} <= {1, 2, 3, 4, 5}


def test_the_empower_figures_come_with_their_limits() -> None:
    results = read("facts/practice_structured")["pr-safer-london-empower"]["results"]
    assert "4,000 young people were reached in all" in results
    assert "number of those clients is not known" in results
    assert "no comparison group" in results


def test_interventions_show_no_cost_or_security_that_was_not_confirmed() -> None:
    wrong = [
        fact
        for fact, item in read("facts/interventions_structured").items()
        if item["cost"] != "Not confirmed"
        or (entries("interventions")[fact]["evidence_security_1_to_5"] is None)
        != (item["evidence_security"] == "Not confirmed")
    ]
    assert wrong == []


def numbers() -> list[dict[str, Any]]:
    routes = [n for route in read("facts/referrals_structured").values() for n in route["numbers"]]
    return routes + [n for section in read("help_now")["sections"] for n in section["numbers"]]


def test_a_checked_number_says_when_it_was_checked() -> None:
    assert numbers()
    assert [n["name"] for n in numbers() if n["checked"] != bool(n["checked_on"])] == []


def test_a_listed_number_can_be_dialled_as_it_stands() -> None:
    assert [n["name"] for n in numbers() if not re.fullmatch(r"\d[\d ]+\d", n["number"])] == []


def test_the_same_service_has_the_same_number_everywhere() -> None:
    found: dict[str, set[str]] = {}
    for number in numbers():
        found.setdefault(number["name"], set()).add(number["number"])
    assert {name for name, given in found.items() if len(given) > 1} == set()


def test_what_is_known_beside_an_effect_is_chosen_from_the_lists() -> None:
    said = read("facts/interventions_evidence")
    assert set(said) <= set(entries("interventions"))
    chosen = {need[0] for item in said.values() for need in item.get("needs", ())}
    harmful = {harm[0] for item in said.values() for harm in item.get("harms", ())}
    assert chosen <= {condition.value for condition in RESOURCES}
    assert harmful <= {condition.value for condition in CIRCUMSTANCES}


def test_every_answer_beside_an_effect_has_a_source() -> None:
    answers = {"studied_in": "applicability", "delivery": "implementation", "economics": "cost"}
    wanting = [
        (fact, field)
        for fact, item in read("facts/interventions_evidence").items()
        for field, answer in answers.items()
        if item.get(field) and answer not in {name for s in item["sources"] for name in s["says"]}
    ]
    assert wanting == []
