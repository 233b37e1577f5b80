"""Filters as ids of combinations of labels."""

from functools import lru_cache

from django.db import connections

from search.engines.base import Filters
from search.models import Labels
from search.models.labels import LabelsById, carrying

# All rows that there are as one text, which is compared at once.
TOGETHER = {"sqlite": "group_concat(id || digest)", "postgresql": "string_agg(id || digest, ',')"}


def labels_held(using: str) -> LabelsById:
    """Every combination of labels. One query, and another where some are new."""
    connection = connections[using]
    with connection.cursor() as cursor:
        together = TOGETHER[connection.vendor]
        cursor.execute(f"SELECT {together} FROM {Labels._meta.db_table}")  # noqa: S608
        return slugs_of(using, *cursor.fetchone())


@lru_cache(maxsize=4)
def slugs_of(using: str, _which: str) -> LabelsById:
    """The slugs under each facet. Reading a thousand rows takes as long as Elasticsearch does."""
    rows = Labels.objects.using(using).values_list("pk", "slugs")
    return {pk: {facet: tuple(slugs) for facet, slugs in held.items()} for pk, held in rows}


def labels_wanted(filters: Filters, labels: LabelsById) -> set[int] | None:
    """Ids of the combinations that satisfy every filter; None without a filter."""
    found = [carrying(labels, facet, slugs) for facet, slugs in filters.items() if slugs]
    return set.intersection(*found) if found else None
