from typing import NamedTuple

from django.db import models
from django.db.models import BigIntegerField, Count, Sum, Value
from django.db.models.functions import Coalesce


class State(NamedTuple):
    """What the content is at, as far as kept pages need to tell two moments apart."""

    changes: int
    tokens: int


class ChangeQuerySet(models.QuerySet["Change"]):
    def state(self) -> State:
        """Differs after every committed change, in whatever order transactions end. One query."""
        none = Value(0, output_field=BigIntegerField())
        row = self.aggregate(changes=Count("pk"), tokens=Coalesce(Sum("token"), none))
        return State(**row)


class Change(models.Model):
    """A transaction that changed something that a page may show.

    Rows are only added, so that two writers never wait for each other here; the random tokens tell
    two sets of rows apart.
    """

    token = models.BigIntegerField()

    objects = ChangeQuerySet.as_manager()

    def __str__(self) -> str:
        return f"change {self.pk}"
