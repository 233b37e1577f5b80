"""Many things, some at a time."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

BATCH = 500

Thing = TypeVar("Thing")


def in_batches(things: Iterable[Thing]) -> Iterator[list[Thing]]:
    """Lists of at most 500: SQLite limits the variables of a query, memory limits the rest."""
    remaining = iter(things)
    while batch := list(islice(remaining, BATCH)):
        yield batch
