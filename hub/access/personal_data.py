"""The registry of what the hub keeps of people: which rows, why, for how long, and their end.

Each app declares its records in `personal_records.py`, which is found at start. The data
inventory, the copy that people take away, the erasure of an account and the nightly purge loop
over the registry, so that a new record appears in all four.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any, TypeAlias

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Field, Model, Q, QuerySet
from django.utils.functional import Promise

from hub.access.enums import Basis, Ending

Row: TypeAlias = dict[str, Any]
# What `kept` says of a record that has no period of its own: it ends with the account.
WITH_ACCOUNT = ""


@dataclass(frozen=True, slots=True)
class Held:
    """Rows of one model that belong to a record.

    `person` names the look-ups that lead from a row to the person; without any, the rows name
    people in another way. `shows` names what the person gets to take away, as paths of `values()`,
    so that no secret and nothing of other people slips in.
    """

    model: type[Model]
    person: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()

    def rows(self, person: AbstractBaseUser) -> QuerySet:
        """This person's rows, oldest first; none where no look-up leads to a person."""
        rows = self.model._default_manager.order_by("pk")
        if not self.person:
            return rows.none()
        return rows.filter(reduce(or_, (Q(**{path: person.pk}) for path in self.person)))

    def fields(self) -> list[Field]:
        """Every column but the number of the row: what the inventory names."""
        return [field for field in self.model._meta.concrete_fields if not field.primary_key]


@dataclass(frozen=True, kw_only=True)
class PersonalRecord:
    """One kind of record, in words that people understand.

    `kept` is a key of `settings.RETENTION_DAYS`; a record that has one has a `purge`, which deletes
    one batch of what is older and returns how many rows went. `because` says why something
    stays when the account is erased. `take` and `erase` stand in where rows can't be found or
    ended by look-ups alone; `hand_over` says what nobody else would be left to do.
    """

    name: str
    label: str | Promise
    why: str | Promise
    basis: Basis
    holds: tuple[Held, ...]
    ending: Ending
    because: str | Promise = ""
    kept: str = WITH_ACCOUNT
    purge: Callable[[datetime], int] | None = None
    take: Callable[[AbstractBaseUser], Iterable[Row]] | None = None
    erase: Callable[[AbstractBaseUser], None] | None = None
    hand_over: Callable[[AbstractBaseUser], Iterable[str | Promise]] | None = None

    def obstacles(self, person: AbstractBaseUser) -> Iterable[str | Promise]:
        """What the person must hand over before the account can be erased, in sentences."""
        return self.hand_over(person) if self.hand_over is not None else ()

    def export(self, person: AbstractBaseUser) -> Iterator[Row]:
        """The person's rows as they may take them away. One query for each model."""
        if self.take is not None:
            yield from self.take(person)
            return
        for held in self.holds:
            if held.shows:
                yield from held.rows(person).values(*held.shows).iterator()

    def end(self, person: AbstractBaseUser) -> None:
        """What becomes of the rows when the account is erased; safe to repeat."""
        if self.erase is not None:
            self.erase(person)
        elif self.ending is Ending.DELETED:
            for held in reversed(self.holds):
                held.rows(person).delete()
        elif self.ending is Ending.RELEASED:
            for held in self.holds:
                release(held, person)


def release(held: Held, person: AbstractBaseUser) -> None:
    """Empties each column that names the person; the rows stay."""
    for path in held.person:
        held.model._default_manager.filter(**{path: person.pk}).update(**{path: None})


BATCH = 500


def delete_batch(rows: QuerySet) -> int:
    """Deletes at most BATCH of these rows, with what cascades; how many of them went.

    Small, so that people who write meanwhile wait for a moment only.
    """
    some = list(rows.order_by("pk").values_list("pk", flat=True)[:BATCH])
    rows.model._default_manager.filter(pk__in=some).delete()
    return len(some)


_records: dict[str, PersonalRecord] = {}


def declare(record: PersonalRecord) -> PersonalRecord:
    """Adds a record.

    Raises ValueError when another has its name, when something stays without a reason, or when a
    period has no purge to keep it.
    """
    if record.name in _records:
        raise ValueError(f"Two records of people are named {record.name}")
    if record.ending is Ending.STAYS and not record.because:
        raise ValueError(f"{record.name} stays after an erasure, and nothing says why")
    if bool(record.kept) != (record.purge is not None):
        raise ValueError(f"{record.name} has a period or a purge, and needs both")
    _records[record.name] = record
    return record


def personal_records() -> tuple[PersonalRecord, ...]:
    """Every record, in the order of the layers, lowest app first."""
    return tuple(_records.values())


def record_named(name: str) -> PersonalRecord:
    """The record of that name. Raises KeyError."""
    return _records[name]
