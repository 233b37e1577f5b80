"""Filters as ids of combinations of labels."""

from functools import lru_cache

from django.db import connections

from search.engines.base import Filters
from search.models import Labels
from search.models.labels import LabelsById

# Rows are added and never change, so their number and the last of them tell all.
NUMBER_AND_LAST = """
SELECT id, made_at, (SELECT count(*) FROM {table}) FROM {table} ORDER BY id DESC LIMIT 1
"""


def labels_held(using: str) -> LabelsById:
    """Every combination of labels. One query, and another where some are new."""
    with connections[using].cursor() as cursor:
        cursor.execute(NUMBER_AND_LAST.format(table=Labels._meta.db_table))
        return slugs_of(using, *(cursor.fetchone() or ()))


@lru_cache(maxsize=4)
def slugs_of(using: str, *_which: object) -> LabelsById:
    """The slugs under each facet. Reading a thousand rows takes as long as Elasticsearch does."""
    rows = Labels.objects.using(using).values_list("pk", "slugs")
    tuples = ((pk, {facet: tuple(slugs) for facet, slugs in held.items()}) for pk, held in rows)
    return LabelsById(tuples)


def labels_wanted(filters: Filters, labels: LabelsById) -> set[int] | None:
    """Ids of the combinations that satisfy every filter; None without a filter."""
    found = [labels.carrying(facet, slugs) for facet, slugs in filters.items() if slugs]
    return set.intersection(*found) if found else None
