"""Wagtail's privacy settings as clauses."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import Group
from django.db.models import Prefetch, Q
from wagtail.models import BaseViewRestriction, Page, PageViewRestriction

from hub.access.groups import token_of_group
from hub.access.rules import Clause
from hub.access.tokens import MEMBER, NOBODY
from hub.core.per_request import once_per_request


@dataclass(frozen=True, slots=True)
class Restriction:
    """A restricted subtree of pages or collections: its tree path and the clause that opens it."""

    path: str
    clause: Clause


def clause_of(restriction: BaseViewRestriction) -> Clause:
    """Who the restriction lets in. A shared password lets in nobody: those are switched off."""
    if restriction.restriction_type == BaseViewRestriction.LOGIN:
        return frozenset({MEMBER})
    if restriction.restriction_type == BaseViewRestriction.GROUPS:
        tokens = (token_of_group(group) for group in restriction.groups.all())
        return frozenset(tokens) or frozenset({NOBODY})
    return frozenset({NOBODY})


@once_per_request
def page_restrictions() -> Sequence[Restriction]:
    """Every restriction on pages, at its page and at the aliases of what it holds.

    One query where nothing is restricted; else three, and one more for aliases of aliases. A
    reading request asks once.
    """
    groups = Prefetch("groups", Group.objects.select_related("access_token"))
    rows = PageViewRestriction.objects.select_related("page").prefetch_related(groups)
    return with_aliases([Restriction(row.page.path, clause_of(row)) for row in rows])


def with_aliases(found: list[Restriction]) -> list[Restriction]:
    """Carries restrictions over to the places where a restricted page shows as an alias.

    What stands below an alias is closed with it, as in Wagtail's own check.
    """
    known, new = list(found), found
    while new:
        pairs = aliases_of({item.path for item in new})
        carried = [
            Restriction(alias, item.clause)
            for alias, source in pairs
            for item in new
            if source.startswith(item.path)
        ]
        new = []
        for item in carried:
            if not covered(item, known):
                known.append(item)
                new.append(item)
    return known


def aliases_of(paths: set[str]) -> list[tuple[str, str]]:
    """(path, source path) of each alias whose source lies below one of these, upper ones first."""
    below = Q()
    for path in paths:
        below |= Q(alias_of__path__startswith=path)
    rows = Page.objects.filter(below).order_by("path")
    return list(rows.values_list("path", "alias_of__path"))


def covered(item: Restriction, known: Iterable[Restriction]) -> bool:
    """Whether the same clause stands here or further up already."""
    return any(other.clause == item.clause and item.path.startswith(other.path) for other in known)


def clauses_for_path(path: str, restrictions: Iterable[Restriction]) -> list[Clause]:
    """The clauses that stand on this page and on all its ancestors."""
    return [item.clause for item in restrictions if path.startswith(item.path)]
