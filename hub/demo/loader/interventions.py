from typing import Any

from hub.demo.loader.content import Fact, facts, read
from hub.demo.loader.pages import Shelf
from hub.interventions.enums import Dimension, Effect
from hub.interventions.models import (
    HelpNow,
    InterventionIndexPage,
    InterventionPage,
    ReferralIndexPage,
    ReferralRoutePage,
)
from hub.pages.written import stream

EFFECTS = {
    "high": Effect.HIGH,
    "moderate": Effect.MODERATE,
    "low": Effect.LOW,
    "harm": Effect.HARM,
    "no clear evidence": Effect.NONE,
    "insufficient evidence": Effect.INSUFFICIENT,
}

EFFECT_ALONE = [{"says": [Dimension.EFFECT]}]

# The routes that someone in a hurry most often needs.
ON_HELP_NOW = frozenset(
    {"rf-childrens-social-care", "rf-police-intelligence", "rf-nrm", "rf-adult-safeguarding"}
)


def load_interventions(shelf: Shelf) -> None:
    index = InterventionIndexPage.objects.get()
    for fact in facts("interventions"):
        shelf.ensure(index, intervention_page(fact), without_local_experience(fact))


def without_local_experience(fact: Fact) -> Fact:
    """An example that names the intervention stands beside it: the page doesn't rest on it."""
    naming = {example["id"] for example in facts("practice") if fact["id"] in example["related"]}
    return fact | {"related": [name for name in fact["related"] if name not in naming]}


def intervention_page(fact: Fact) -> InterventionPage:
    return InterventionPage(
        title=fact["title"],
        summary=fact["summary"],
        what_it_is=fact["what_it_is"],
        who_for=fact["for_whom"],
        effect=EFFECTS.get(fact["impact_on_violence"], Effect.UNVERIFIED),
        effect_percent=fact["reduction_percent"],
        effect_note=fact["evidence_note"],
        evidence_strength=fact["evidence_security_1_to_5"],
        cost=fact["cost_1_to_3"],
        implementation_points=stream(fact["id"], [("point", p) for p in fact["conditions"]]),
        toolkit_url=fact["toolkit_page"] or "",
        **known_beside(fact),
    )


def known_beside(fact: Fact) -> dict[str, Any]:
    """What is known beside the effect; what nobody confirmed stays empty."""
    said = read("facts/interventions_evidence").get(fact["id"], {})
    needs = [
        ("need", {"condition": condition, "weight": weight, "why": why})
        for condition, weight, why in said.get("needs", ())
    ]
    harms = [("harm", {"condition": name, "why": why}) for name, why in said.get("harms", ())]
    sources = sources_of_answers(fact, said.get("sources", EFFECT_ALONE))
    named = ("studied_in", "delivery", "mechanism", "moderators", "economics")
    return {name: said.get(name, "") for name in named} | {
        "requirements": stream(fact["id"], needs + harms),
        "evidence_sources": stream(fact["id"], sources),
    }


def sources_of_answers(fact: Fact, named: list[Fact]) -> list[tuple[str, dict[str, Any]]]:
    """The first source of each fact named, once for each answer that it gives."""
    practice = {example["id"]: example for example in facts("practice")}
    return [
        ("source", practice.get(item.get("of"), fact)["sources"][0] | {"dimension": dimension})
        for item in named
        for dimension in item["says"]
        if dimension != Dimension.EFFECT or fact["impact_on_violence"] in EFFECTS
    ]


def load_referrals(shelf: Shelf) -> None:
    """The routes in their written order, and the numbers of Get help now."""
    index = ReferralIndexPage.objects.get()
    for place, fact in enumerate(facts("referrals"), start=1):
        shelf.ensure(index, referral_page(fact, place), fact)
    load_help_now(read("help_now"))


def referral_page(fact: Fact, place: int) -> ReferralRoutePage:
    numbers = [("number", number_value(item)) for item in fact.get("numbers") or []]
    checked = [value["checked_on"] for _, value in numbers if value["checked_on"]]
    return ReferralRoutePage(
        title=fact["title"],
        summary=fact["summary"],
        who_refers=fact["who_refers"],
        when_to_use=fact["when_to_use"],
        how_fast=fact["how_fast"],
        consent=fact["consent"],
        what_to_include=fact["what_to_write"],
        contact=fact["contact"],
        numbers=stream(fact["id"], numbers),
        number_checked_on=max(checked, default=None),
        note=fact["note"] or "",
        order=place,
        show_on_help_now=fact["id"] in ON_HELP_NOW,
    )


def number_value(item: dict[str, Any]) -> dict[str, Any]:
    """A number with the day it was checked, and no day where nobody has checked it."""
    return {
        "name": item["name"],
        "number": item["number"],
        "note": item.get("note") or "",
        "checked_on": item["checked_on"] if item["checked"] else None,
    }


def load_help_now(content: dict[str, Any]) -> None:
    """Fills Get help now where nobody has."""
    help_now = HelpNow.load()
    if help_now.situations:
        return
    help_now.introduction = "\n\n".join(
        content[part] for part in ("summary", "not_for_reporting", "checked_intro")
    )
    help_now.situations = stream("help-now", [help_block(item) for item in content["sections"]])
    help_now.save()


def help_block(item: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    return "situation", {
        "situation": item["heading"],
        "text": item["text"],
        "numbers": [number_value(number) for number in item["numbers"]],
        "url": "",
        "url_text": "",
    }
