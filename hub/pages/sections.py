"""Sections of pages whose text stands in fields and not in a body."""

from collections.abc import Iterable, Iterator

from django.utils.functional import Promise

from hub.access.registry import Section


def filled_sections(parts: Iterable[tuple[str, str | Promise, str]]) -> Iterator[Section]:
    """A section for each anchor, heading and text, where the text was filled in."""
    for anchor, heading, text in parts:
        if text:
            yield Section(anchor, str(heading), text)
