"""Which pages are due to be read again, over all kinds."""

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Q, QuerySet

from hub.access.registry import kinds
from hub.pages.models import HubPage

ANY = Q()


class Due(NamedTuple):
    page_id: int
    on: datetime.date


def content_models() -> list[type[HubPage]]:
    return [kind.model for kind in kinds() if issubclass(kind.model, HubPage)]


def due_until(day: datetime.date, which: Q = ANY) -> list[Due]:
    """Live pages that are due by then, first due first. One query."""
    rows = union(
        model.objects.filter(which, live=True, withdrawn_on=None, review_on__lte=day)
        .order_by()
        .values_list("pk", "review_on")
        for model in content_models()
    )
    return sorted((Due(*row) for row in rows), key=lambda due: (due.on, due.page_id))


def union(parts: Iterable[QuerySet]) -> QuerySet:
    first, *rest = parts
    return first.union(*rest, all=True)
