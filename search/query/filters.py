"""Filters as they stand in the address, and the counts beside them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.http import QueryDict

from hub.access.registry import kinds
from hub.taxonomy.models import AgencyType, Nation, Theme
from search.engines.base import Filters, Group
from search.enums import Facet
from search.models.labels import LabelsById, carries

Names = Mapping[Facet, Mapping[str, str]]


def facet_names() -> Names:
    """What each value of each facet is called, in the order shown. Three queries."""
    return {
        Facet.KIND: {kind.name: str(kind.plural) for kind in kinds()},
        Facet.THEME: dict(Theme.objects.values_list("slug", "name")),
        Facet.AUDIENCE: dict(AgencyType.objects.values_list("slug", "name")),
        Facet.NATION: dict(Nation.objects.values_list("slug", "name")),
    }


def chosen_filters(address: QueryDict, names: Names) -> Filters:
    """The filters that an address asks for; a value that doesn't exist filters nothing."""
    chosen = {facet: known.keys() & address.getlist(facet.value) for facet, known in names.items()}
    return {facet: frozenset(values) for facet, values in chosen.items() if values}


def passes(
    group: Group, labels: LabelsById, filters: Filters, besides: Facet | None = None
) -> bool:
    """Whether entries of the group satisfy the filters, one facet's own left aside."""
    for facet, wanted in filters.items():
        if facet == besides:
            continue
        if facet == Facet.KIND:
            if group.kind not in wanted:
                return False
        elif not carries(labels[group.labels_id], facet, wanted):
            return False
    return True


@dataclass(frozen=True, slots=True)
class Counts:
    """How many results there are, and how many each value of each facet would give."""

    total: int
    by_facet: Mapping[Facet, Mapping[str, int]]


def count(groups: Iterable[Group], labels: LabelsById, filters: Filters, names: Names) -> Counts:
    """A facet's counts ignore its own filter: they say what choosing another value would give."""
    total = 0
    by_facet: dict[Facet, Counter[str]] = {facet: Counter() for facet in Facet}
    for group in groups:
        if passes(group, labels, filters):
            total += group.count
        for facet, counter in by_facet.items():
            if passes(group, labels, filters, besides=facet):
                for value in values_of(group, labels, facet, names):
                    counter[value] += group.count
    return Counts(total, by_facet)


def values_of(group: Group, labels: LabelsById, facet: Facet, names: Names) -> list[str]:
    if facet == Facet.KIND:
        return [group.kind]
    return [slug for slug in names[facet] if carries(labels[group.labels_id], facet, [slug])]
