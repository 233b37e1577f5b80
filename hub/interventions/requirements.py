"""What an intervention asks of an area, as its editors chose it from the closed list."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hub.interventions.conditions import Condition
from hub.interventions.enums import Weight

if TYPE_CHECKING:
    from hub.interventions.models import InterventionPage

HARM = _("May do harm where")


@dataclass(frozen=True, slots=True)
class Requirement:
    """`weight` is None for a circumstance in which it may do harm."""

    condition: Condition
    weight: Weight | None
    why: str

    @property
    def label(self) -> str:
        return str(self.condition.label)


def requirements_of(page: "InterventionPage") -> list[Requirement]:
    """Each condition once, in the editors' order; the first one said wins."""
    found: dict[str, Requirement] = {}
    for block in page.requirements:
        name, weight = block.value["condition"], block.value.get("weight")
        if name in Condition.values:
            found.setdefault(
                name,
                Requirement(
                    Condition(name), Weight(weight) if weight else None, block.value["why"]
                ),
            )
    return list(found.values())


def in_groups(requirements: list[Requirement]) -> list[tuple[str | Promise, list[Requirement]]]:
    """Under what hangs on them, what matters most first; groups that are empty are left out."""
    named = ((Weight.NEEDED, Weight.NEEDED.label), (Weight.HELPS, Weight.HELPS.label), (None, HARM))
    groups = [(label, [r for r in requirements if r.weight == weight]) for weight, label in named]
    return [(label, group) for label, group in groups if group]
