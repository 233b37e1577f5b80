"""Filters as SQL over the columns `kind` and `labels_id`."""

from search.engines.base import Filters
from search.enums import Facet
from search.models import Labels
from search.models.labels import LabelsById, carries


def labels_held(using: str) -> LabelsById:
    """Every combination of labels. One query over a short table."""
    return dict(Labels.objects.using(using).values_list("pk", "slugs"))


def labels_wanted(filters: Filters, labels: LabelsById) -> list[int] | None:
    """Ids of the combinations that satisfy every filter on labels; None without such a filter."""
    wanted = {facet: slugs for facet, slugs in filters.items() if slugs and facet != Facet.KIND}
    if not wanted:
        return None
    return [
        pk
        for pk, slugs in labels.items()
        if all(carries(slugs, facet, chosen) for facet, chosen in wanted.items())
    ]


def narrowing(filters: Filters, labels: LabelsById) -> tuple[str, list[str]]:
    """A WHERE clause and its variables."""
    clauses = ["1 = 1"]
    values = sorted(filters.get(Facet.KIND, ()))
    if values:
        clauses.append(f"kind IN ({', '.join(['%s'] * len(values))})")
    ids = labels_wanted(filters, labels)
    if ids is not None:
        clauses.append(f"labels_id IN ({', '.join(str(int(pk)) for pk in ids) or 'NULL'})")
    return " AND ".join(clauses), values
