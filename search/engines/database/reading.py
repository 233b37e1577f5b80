from collections.abc import Sequence
from typing import Any

from django.db import connections

from hub.access.models import AccessRule
from hub.access.readers import Reader


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
