"""The lists of the read API, read from the search entries and decided again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import F, Q

from hub.access.readers import Reader
from hub.api.going_out import outgoing_kinds
from search.engines.base import Hit
from search.enums import Facet
from search.models import Entry
from search.models.entry import EntryQuerySet
from search.models.labels import Labels, LabelsById
from search.query.finding import decided_again

ORDERS = {
    "-updated": (F("date").desc(nulls_last=True), "-pk"),
    "updated": (F("date").asc(nulls_last=True), "pk"),
    "title": ("text__title", "pk"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """`slugs` are values of facets other than the kind; each narrows the list."""

    kind: str = ""
    slugs: Mapping[Facet, str] = field(default_factory=dict)
    area: str = ""
    since: date | None = None
    order: str = "-updated"


def listed(wanted: Wanted, reader: Reader) -> EntryQuerySet:
    """What a list holds, as far as the entries know. Up to two queries before it is read."""
    names = [wanted.kind] if wanted.kind else list(outgoing_kinds())
    found = Entry.objects.readable_by(reader).filter(kind__in=names)
    if wanted.slugs:
        found = found.filter(labels_id__in=carrying(wanted.slugs))
    if wanted.area:
        found = found.filter(in_area(wanted.area))
    if wanted.since:
        found = found.filter(date__gte=wanted.since)
    return found.order_by(*ORDERS[wanted.order])


def carrying(slugs: Mapping[Facet, str]) -> set[int]:
    """The combinations of labels that bear all of these. One query."""
    labels = LabelsById(Labels.objects.values_list("pk", "slugs"))
    return set.intersection(*(labels.carrying(facet, [slug]) for facet, slug in slugs.items()))


def in_area(slug: str) -> Q:
    """Things of those kinds that know their area."""
    wanted = Q(pk=None)
    for kind in outgoing_kinds().values():
        if kind.in_area:
            wanted |= Q(kind=kind.name, object_id__in=kind.in_area(slug))
    return wanted


def part_of(entries: EntryQuerySet, page: int, limit: int, reader: Reader) -> tuple[int, list]:
    """How many there are, and those of one page that the reader may see now.

    The number of queries depends on the kinds found. What an entry has not heard of yet is neither
    shown nor counted.
    """
    total = entries.count()
    start = (page - 1) * limit
    rows = list(entries.select_related("text", "labels").defer("text__body")[start : start + limit])
    hits = [Hit(row.pk, row.kind, row.object_id, row.labels_id, 0) for row in rows]
    allowed = decided_again(hits, reader)
    kept = [row for row in rows if row.pk in allowed]
    return total - (len(rows) - len(kept)), kept
