"""Walking a tree that is kept as parents."""

from collections.abc import Iterator, Mapping


def upwards(start: int | None, parents: Mapping[int, int | None]) -> Iterator[int]:
    """The start and everything that holds it, innermost first; ends where a ring would close."""
    seen: set[int] = set()
    while start is not None and start not in seen:
        seen.add(start)
        yield start
        start = parents.get(start)
