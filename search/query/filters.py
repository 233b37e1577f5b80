"""Filters as they stand in the address, and the counts beside them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import CharField, QuerySet, Value
from django.http import QueryDict

from hub.access.registry import kinds
from hub.taxonomy.models import AgencyType, Nation, Theme
from search.engines.base import Filters, Group
from search.enums import Facet
from search.models.labels import LabelsById, carries

Names = Mapping[Facet, Mapping[str, str]]
# The values that one entry has under one facet.
Held = tuple[str, ...]
NAMED_ROWS: Mapping[Facet, type[Theme | AgencyType | Nation]] = {
    Facet.THEME: Theme,
    Facet.AUDIENCE: AgencyType,
    Facet.NATION: Nation,
}


def facet_names() -> Names:
    """What each value of each facet is called, in the order shown. One query."""
    names: dict[Facet, dict[str, str]] = {
        Facet.KIND: {kind.name: str(kind.plural) for kind in kinds()},
        **{facet: {} for facet in NAMED_ROWS},
    }
    for facet, _, name, slug in all_named_rows():
        names[Facet(facet)][slug] = name
    return names


def all_named_rows() -> QuerySet:
    """Facet, order, name and slug of every row."""
    first, *others = (
        model.objects.order_by().values_list(
            Value(facet.value, CharField()), "order", "name", "slug"
        )
        for facet, model in NAMED_ROWS.items()
    )
    return first.union(*others, all=True).order_by("order", "name")


def chosen_filters(address: QueryDict, names: Names) -> Filters:
    """The filters that an address asks for; a value that doesn't exist filters nothing."""
    chosen = {facet: known.keys() & address.getlist(facet.value) for facet, known in names.items()}
    return {facet: frozenset(values) for facet, values in chosen.items() if values}


@dataclass(frozen=True, slots=True)
class Counts:
    """How many results there are, and how many each value of each facet would give."""

    total: int
    by_facet: Mapping[Facet, Mapping[str, int]]


def count(groups: Iterable[Group], labels: LabelsById, filters: Filters, names: Names) -> Counts:
    """A facet's counts ignore its own filter: they say what choosing another value would give.

    Combinations of labels are many, but each facet alone has few of them: those are told apart
    first, and only then spread over the values.
    """
    total = 0
    held: dict[Facet, Counter[Held]] = {facet: Counter() for facet in Facet}
    for group in groups:
        values = {facet: held_by(group, labels, facet) for facet in Facet}
        against = [facet for facet in filters if not fits(values[facet], facet, filters[facet])]
        if not against:
            total += group.count
        for facet, counter in held.items():
            if not against or against == [facet]:
                counter[values[facet]] += group.count
    return Counts(total, {facet: spread(held[facet], facet, names) for facet in Facet})


def held_by(group: Group, labels: LabelsById, facet: Facet) -> Held:
    """What the entries of a group have under a facet."""
    if facet == Facet.KIND:
        return (group.kind,)
    return tuple(labels[group.labels_id][facet.value])


def fits(held: Held, facet: Facet, wanted: Iterable[str]) -> bool:
    return carries({facet.value: held}, facet, wanted)


def spread(counter: Counter[Held], facet: Facet, names: Names) -> Counter[str]:
    """How many entries each value of a facet stands for: what is left open counts for all."""
    found: Counter[str] = Counter()
    for held, number in counter.items():
        for value in names[facet]:
            if fits(held, facet, [value]):
                found[value] += number
    return found
