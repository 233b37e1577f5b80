"""What is known of an intervention, part by part. Nothing here adds two parts up."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from wagtail.blocks import StreamValue

from hub.interventions.enums import Dimension, Effect
from hub.interventions.meanings import (
    ASKED,
    COSTS,
    DELIVERIES,
    EFFECTS,
    NOT_CONFIRMED,
    PLACES,
    STRENGTHS,
)

if TYPE_CHECKING:
    from hub.interventions.models import InterventionPage

# Where on the page more is said of each.
ANCHORS = {
    Dimension.EFFECT: "what-studies-found",
    Dimension.COST: "what-it-costs",
    Dimension.APPLICABILITY: "where-it-worked",
    Dimension.IMPLEMENTATION: "doing-it-well",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """`value` is empty where nobody confirmed it; `anchor` where the page says no more of it."""

    dimension: Dimension
    value: str
    meaning: str | Promise
    sources: list[StreamValue.StreamChild]
    anchor: str = ""

    @property
    def label(self) -> str:
        return str(self.dimension.label)

    @property
    def asked(self) -> str | Promise:
        return ASKED[self.dimension]


def answers_of(page: "InterventionPage") -> list[Answer]:
    """The five that have a value, in the order in which they are read."""
    said = {section.anchor for section in page.shown_sections}
    return [
        Answer(
            dimension,
            value,
            meaning if value else NOT_CONFIRMED,
            sources_of(page, dimension),
            anchor if (anchor := ANCHORS.get(dimension, "")) in said else "",
        )
        for dimension, value, meaning in values_of(page)
    ]


def values_of(page: "InterventionPage") -> Iterator[tuple[Dimension, str, str | Promise]]:
    effect = "" if page.effect == Effect.UNVERIFIED else page.get_effect_display()
    yield Dimension.EFFECT, effect, EFFECTS.get(page.effect, "")
    strength = page.get_evidence_strength_display() or ""
    yield Dimension.STRENGTH, strength, STRENGTHS.get(page.evidence_strength, "")
    yield Dimension.COST, page.get_cost_display() or "", COSTS.get(page.cost, "")
    yield Dimension.APPLICABILITY, page.get_studied_in_display(), PLACES.get(page.studied_in, "")
    yield Dimension.IMPLEMENTATION, page.get_delivery_display(), DELIVERIES.get(page.delivery, "")


def sources_of(page: "InterventionPage", dimension: Dimension) -> list[StreamValue.StreamChild]:
    """Those that say something about this part."""
    return [item for item in page.evidence_sources if item.value.get("dimension") == dimension]
