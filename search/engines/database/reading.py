from collections.abc import Sequence
from typing import Any

from django.db import connections

from hub.access.models import AccessRule
from hub.access.readers import Reader
from search.engines.base import Query, Term
from search.engines.database.rarer import finding, rarer_terms


class DatabaseReading:
    """What the engines of all databases ask their own with."""

    def __init__(self, using: str = "default") -> None:
        self.using = using

    def rows(self, sql: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
        with connections[self.using].cursor() as cursor:
            cursor.execute(sql, parameters)
            return list(cursor.fetchall())

    def allowed(self, reader: Reader) -> list[int]:
        """Ids of the rules that let this reader in. One query."""
        return AccessRule.objects.using(self.using).allowed_ids(reader)

    def counts(self, terms: Sequence[Term]) -> Sequence[int]:
        """How many entries hold each of the terms. One query."""
        raise NotImplementedError

    def rarer(self, query: Query) -> tuple[Term, ...]:
        """Of terms any of which suffices, those that an entry must hold one of; none if all do."""
        terms = finding(query.terms)
        if len(terms) < 2 or query.required:
            return ()
        return rarer_terms(dict(zip(terms, self.counts(terms), strict=True)))
