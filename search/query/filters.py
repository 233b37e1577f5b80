"""Filters as they stand in the address, and the counts beside them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import CharField, QuerySet, Value
from django.http import QueryDict

from hub.access.registry import kinds
from hub.pages.enums import Evidence
from hub.taxonomy.models import AgencyType, Nation, Theme
from search.engines.base import Filters
from search.enums import Answered, Facet
from search.models.labels import OPEN_WHEN_EMPTY, LabelsById
from search.query.fields import Names

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
        Facet.EVIDENCE: {value: str(label) for value, label in Evidence.choices},
        Facet.ANSWERED: {value: str(label) for value, label in Answered.choices},
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


def count(groups: Mapping[int, int], labels: LabelsById, filters: Filters, names: Names) -> Counts:
    """A facet's counts ignore its own filter: they say what choosing another value would give."""
    wanted = {facet: labels.carrying(facet, chosen) for facet, chosen in filters.items()}

    def let_through(ignored: Facet | None = None) -> Mapping[int, int]:
        asked = [ids for facet, ids in wanted.items() if facet != ignored]
        if not asked:
            return groups
        through = set.intersection(*asked)
        return {pk: number for pk, number in groups.items() if pk in through}

    total = sum(let_through().values())
    return Counts(total, {f: spread(let_through(f), f, labels, names) for f in Facet})


def passes(labels_id: int, filters: Filters, labels: LabelsById) -> bool:
    return all(labels_id in labels.carrying(facet, chosen) for facet, chosen in filters.items())


def spread(
    groups: Mapping[int, int], facet: Facet, labels: LabelsById, names: Names
) -> Counter[str]:
    """How many entries each value of a facet stands for: what is left open counts for all."""
    found: Counter[str] = Counter()
    everything = tuple(names[facet]) if facet in OPEN_WHEN_EMPTY else ()
    name = facet.value
    for labels_id, number in groups.items():
        # A combination that somebody made while the engine was asked has no slugs here yet.
        if labels_id in labels:
            for value in labels[labels_id].get(name, ()) or everything:
                found[value] += number
    return found
