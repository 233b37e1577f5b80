"""Wagtail's privacy settings, and handling markings, as clauses."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from django.db.models import CharField, IntegerField, Q, Value
from wagtail.models import (
    BaseViewRestriction,
    CollectionViewRestriction,
    Page,
    PageViewRestriction,
)

from hub.access.markings import clauses_of_marking
from hub.access.models import CollectionMarking, PageMarking
from hub.access.models.marking import HandlingMarking
from hub.access.rules import Clause
from hub.access.tokens import MEMBER, NOBODY, group_token
from hub.core.per_request import once_per_request


@dataclass(frozen=True, slots=True)
class Restriction:
    """A restricted subtree of pages or collections: its tree path and a clause that opens it."""

    path: str
    clause: Clause


def clause(restriction_type: str, tokens: Iterable[str]) -> Clause:
    """The clause of a restriction of this type whose groups stand for these tokens.

    A shared password lets in nobody: those are switched off.
    """
    if restriction_type == BaseViewRestriction.LOGIN:
        return frozenset({MEMBER})
    named = frozenset(tokens) if restriction_type == BaseViewRestriction.GROUPS else frozenset()
    return named or frozenset({NOBODY})


def clauses(restriction_type: str, tokens: Iterable[str]) -> Iterable[Clause]:
    """The clauses of a privacy setting, or of a marking."""
    return clauses_of_marking(restriction_type) or [clause(restriction_type, tokens)]


def found_by(
    restrictions: type[BaseViewRestriction], markings: type[HandlingMarking], path: str
) -> list[Restriction]:
    """Every privacy setting and every marking above OFFICIAL, at its tree path. One query."""
    settings = restrictions.objects.order_by().values_list(
        "pk", path, "restriction_type", "groups", "groups__access_token__token"
    )
    none = Value(None, CharField())
    marked = markings.objects.sensitive().values_list(
        "pk", path, "level", Value(None, IntegerField()), none
    )
    rows = sorted(settings.union(marked, all=True), key=itemgetter(2, 0))
    found = []
    for (_, place, kind), group_rows in groupby(rows, key=itemgetter(0, 1, 2)):
        tokens = [token or group_token(group) for *_, group, token in group_rows if group]
        found += [Restriction(place, wanted) for wanted in clauses(kind, tokens)]
    return found


@once_per_request
def page_restrictions() -> Sequence[Restriction]:
    """Every restriction on pages, at its page and at the aliases of what it holds.

    One query where nothing is restricted; else two, and one more for aliases of aliases. A
    reading request asks once.
    """
    return with_aliases(found_by(PageViewRestriction, PageMarking, "page__path"))


@once_per_request
def collection_restrictions() -> Sequence[Restriction]:
    """Every restriction on collections, by tree path. One query."""
    return found_by(CollectionViewRestriction, CollectionMarking, "collection__path")


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
    # Aliases are few: the condition on their number lets the database find them by its index.
    aliases = Page.objects.filter(below, alias_of__gt=0).order_by()
    return sorted(aliases.values_list("path", "alias_of__path"))


def covered(item: Restriction, known: Iterable[Restriction]) -> bool:
    """Whether the same clause stands here or further up already."""
    return any(other.clause == item.clause and item.path.startswith(other.path) for other in known)


def clauses_for_path(path: str, restrictions: Iterable[Restriction]) -> list[Clause]:
    """The clauses that stand on this page and on all its ancestors."""
    return [item.clause for item in restrictions if path.startswith(item.path)]
