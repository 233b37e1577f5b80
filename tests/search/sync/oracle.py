"""What the rows must say, worked out from the content without the code that writes them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

from hub.access.readers import ANONYMOUS, Reader
from hub.access.registry import kinds
from hub.access.tokens import MEMBER, PUBLIC
from search.models import Entry
from search.sync.reconcile import reconcile

MEMBER_ONLY = Reader(user_id=-1, tokens=frozenset({PUBLIC, MEMBER}))
WRITES = ("INSERT", "UPDATE", "DELETE", "RELEASE")

Things = set[tuple[str, int]]


def in_content(reader: Reader) -> Things:
    """What the content itself lets the reader see."""
    return {
        (kind.name, pk)
        for kind in kinds()
        for pk in kind.readable(reader).values_list("pk", flat=True)
    }


def in_rows(reader: Reader) -> Things:
    return set(Entry.objects.readable_by(reader).values_list("kind", "object_id"))


def faults(*readers: Reader) -> list[str]:
    """Leaks and gaps for each reader, and rows that differ from the content."""
    found = [f"row of {thing} differs" for thing in reconcile(repair=False).wrong]
    for reader in (ANONYMOUS, MEMBER_ONLY, *readers):
        rows, content = in_rows(reader), in_content(reader)
        found += [f"{thing} is open to {set(reader.tokens)}" for thing in rows - content]
        found += [f"{thing} is closed to {set(reader.tokens)}" for thing in content - rows]
    return found


class Moments:
    """Looks at the rows at every moment that another connection could have seen.

    It looks before the next statement: SQLite can't be asked while a statement still has rows to
    give.
    """

    def __init__(self, *readers: Reader) -> None:
        self.readers = readers
        self.depth = len(connection.savepoint_ids)
        self.faults: list[str] = []
        self.seen = 0
        self.due = False
        self.looking = False

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if self.looking:
            return execute(sql, params, many, context)
        self.look()
        answer = execute(sql, params, many, context)
        settled = len(connection.savepoint_ids) == self.depth
        self.due = settled and sql.lstrip().upper().startswith(WRITES)
        return answer

    def look(self) -> None:
        if not self.due:
            return
        self.looking, self.due = True, False
        self.seen += 1
        self.faults += faults(*self.readers)
        self.looking = False


@contextmanager
def every_moment(*readers: Reader) -> Iterator[Moments]:
    """Each commit of the block, in a test whose own transaction stays open around it."""
    moments = Moments(*readers)
    with connection.execute_wrapper(moments):
        yield moments
    moments.look()
