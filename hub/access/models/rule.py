import json
from functools import lru_cache
from typing import TYPE_CHECKING

from django.db import connections, models

from hub.access.rules import Rule, allows, as_lists, digest, rule
from hub.core.per_request import once_per_request

if TYPE_CHECKING:
    from hub.access.readers import Reader

# Nearly every page asks it; putting it together anew takes ten times as long as answering it.
ALL_RULES = "SELECT id, CAST(clauses AS text) FROM {table}"


class AccessRuleQuerySet(models.QuerySet):
    def for_rule(self, wanted: Rule) -> "AccessRule":
        """The row of a canonical rule, made when it is new. One query when it exists."""
        row, _ = self.get_or_create(digest=digest(wanted), defaults={"clauses": as_lists(wanted)})
        return row

    def allowed_ids(self, reader: "Reader") -> list[int]:
        """Ids of the rules that let this reader in. One query over a short table.

        A reading request asks once for each set of tokens.
        """
        return ids_allowed(self.db, reader.tokens)


@once_per_request
def ids_allowed(using: str, tokens: frozenset[str]) -> list[int]:
    with connections[using].cursor() as cursor:
        cursor.execute(ALL_RULES.format(table=AccessRule._meta.db_table))
        rows = cursor.fetchall()
    return [pk for pk, clauses in rows if allows(rule_in(clauses), tokens)]


@lru_cache(maxsize=1000)
def rule_in(clauses: str) -> Rule:
    """Every search reads all of them; parsing takes longer than reading."""
    return rule(*json.loads(clauses))


class AccessRule(models.Model):
    """A canonical rule as a row, so that other rows can point at it with one number."""

    digest = models.CharField(max_length=64, unique=True)
    clauses = models.JSONField()

    objects = AccessRuleQuerySet.as_manager()

    def __str__(self) -> str:
        return " and ".join(" or ".join(clause) for clause in self.clauses) or "everyone"

    @property
    def rule(self) -> Rule:
        return rule(*self.clauses)
