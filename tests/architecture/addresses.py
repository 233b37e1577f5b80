"""Every address the project answers, as the pattern that Django matches."""

from collections.abc import Collection, Iterator
from typing import Any

from django.urls import URLPattern, URLResolver


def patterns(entries: Collection[Any], before: str = "") -> Iterator[str]:
    """The full pattern of each view below these entries, in the order they are tried."""
    for entry in entries:
        here = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from patterns(entry.url_patterns, here)
        elif isinstance(entry, URLPattern):
            yield here


def without_policy(
    found: Collection[str], policy: Collection[str], prefixes: tuple[str, ...]
) -> list[str]:
    """Patterns that no line of the policy names and no other project's prefix covers."""
    return [
        pattern for pattern in found if pattern not in policy and not pattern.startswith(prefixes)
    ]
