"""Which pages somebody has to read again, and which have nobody's name, over all kinds."""

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Q, QuerySet
from django.utils import timezone

from hub.pages.kinds import kinds_of_pages
from hub.users.models import User

ANY = Q()
SOON = datetime.timedelta(days=30)
NAMED = Q(page_owner__is_active=True) | Q(deputy__is_active=True)


class Kept(NamedTuple):
    """A live page: when it is due, if ever, and since when something below it has changed."""

    page_id: int
    due: datetime.date | None
    owner: str | None
    role: str
    changed: datetime.date | None


def due_until(day: datetime.date, which: Q = ANY) -> list[Kept]:
    """First due first. One query."""
    return sorted(live_pages(which & Q(review_on__lte=day)), key=lambda row: (row.due, row.page_id))


def due_soon(which: Q = ANY) -> list[Kept]:
    return due_until(timezone.localdate() + SOON, which)


def changed_below(which: Q = ANY) -> list[Kept]:
    """What rests on something that changed, the longest waiting first. One query."""
    changed = live_pages(which & Q(changed_below_on__isnull=False))
    return sorted(changed, key=lambda row: (row.changed, row.page_id))


def without_name(which: Q = ANY) -> list[Kept]:
    """Neither owner nor deputy is here any more: a role keeps them. One query."""
    return sorted(live_pages(which & ~NAMED), key=lambda row: row.page_id)


def kept_by(person: User) -> Q:
    return Q(page_owner=person) | Q(deputy=person) | Q(reviewer=person)


def live_pages(which: Q) -> Iterable[Kept]:
    rows = union(
        kind.model.objects.filter(which, live=True, withdrawn_on=None)
        .order_by()
        .values_list("pk", "review_on", "page_owner__name", "owner_role", "changed_below_on")
        for kind in kinds_of_pages()
    )
    return (Kept(*row) for row in rows)


def union(parts: Iterable[QuerySet]) -> QuerySet:
    first, *rest = parts
    return first.union(*rest, all=True)
