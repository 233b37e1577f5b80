"""Filters as SQL over the columns `kind` and `labels_id`."""

import json
from collections.abc import Mapping
from functools import lru_cache

from django.db import connections

from search.engines.base import Filters
from search.enums import Facet
from search.models import Labels
from search.models.labels import LabelsById, carrying


def labels_held(using: str) -> LabelsById:
    """Every combination of labels. One query over a short table."""
    with connections[using].cursor() as cursor:
        cursor.execute(f"SELECT id, CAST(slugs AS text) FROM {Labels._meta.db_table}")  # noqa: S608
        return {pk: slugs_in(text) for pk, text in cursor.fetchall()}


@lru_cache(maxsize=10_000)
def slugs_in(text: str) -> Mapping[str, tuple[str, ...]]:
    """The slugs under each facet. Parsing thousands anew would take longer than the search."""
    return {facet: tuple(slugs) for facet, slugs in json.loads(text).items()}


def labels_wanted(filters: Filters, labels: LabelsById) -> set[int] | None:
    """Ids of the combinations that satisfy every filter on labels; None without such a filter."""
    asked = [(facet, slugs) for facet, slugs in filters.items() if slugs and facet != Facet.KIND]
    found = [carrying(labels, facet, slugs) for facet, slugs in asked]
    return set.intersection(*found) if found else None


def narrowing(filters: Filters, labels: LabelsById) -> tuple[str, list[str]]:
    """A WHERE clause and its variables."""
    clauses = ["1 = 1"]
    values = sorted(filters.get(Facet.KIND, ()))
    if values:
        clauses.append(f"kind IN ({', '.join(['%s'] * len(values))})")
    ids = labels_wanted(filters, labels)
    if ids is not None:
        clauses.append(f"labels_id IN ({', '.join(str(int(pk)) for pk in sorted(ids)) or 'NULL'})")
    return " AND ".join(clauses), values
