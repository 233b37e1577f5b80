from typing import NamedTuple

from django.db import connections, models


class State(NamedTuple):
    """What the content is at, as far as kept pages need to tell two moments apart."""

    changes: int
    tokens: int


class ChangeQuerySet(models.QuerySet["Change"]):
    def state(self) -> State:
        """Differs after every committed change, in whatever order transactions end. One query.

        Written out: every kept page asks, and to compose the query takes longer than all the rest.
        """
        table = connections[self.db].ops.quote_name(self.model._meta.db_table)
        with connections[self.db].cursor() as cursor:
            cursor.execute(f"SELECT COUNT(*), COALESCE(SUM(token), 0) FROM {table}")  # noqa: S608 - our own table
            changes, tokens = cursor.fetchone()
        return State(changes, int(tokens))


class Change(models.Model):
    """A transaction that changed something that a page may show.

    Rows are only added, so that two writers never wait for each other here; the random tokens tell
    two sets of rows apart.
    """

    token = models.BigIntegerField()

    objects = ChangeQuerySet.as_manager()

    def __str__(self) -> str:
        return f"change {self.pk}"
