"""Wagtail's privacy settings as clauses."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wagtail.models import BaseViewRestriction, PageViewRestriction

from hub.access.groups import token_of_group
from hub.access.rules import Clause
from hub.access.tokens import MEMBER, NOBODY


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


def page_restrictions() -> Sequence[Restriction]:
    """Every restriction on pages. Two queries, however many pages there are."""
    rows = PageViewRestriction.objects.select_related("page").prefetch_related(
        "groups__access_token"
    )
    return [Restriction(row.page.path, clause_of(row)) for row in rows]


def clauses_for_path(path: str, restrictions: Iterable[Restriction]) -> list[Clause]:
    """The clauses that stand on this page and on all its ancestors."""
    return [item.clause for item in restrictions if path.startswith(item.path)]
