"""Everything that rests on a page: on it, and on what rests on it, as far as citations lead."""

from collections.abc import Collection, Iterator
from typing import NamedTuple
from uuid import UUID

from wagtail.models import Page

from hub.core.batches import in_batches
from hub.pages.citations import translation_keys
from hub.pages.kinds import kinds_of_pages
from hub.pages.models import Citation


class Dependant(NamedTuple):
    """A thing by kind and id. `step` is 1 where it rests on the page itself, 2 over another."""

    kind: str
    object_id: int
    step: int


def dependants_of(page: Page) -> list[Dependant]:
    """Nearest first, each once, without the page itself and its translations.

    Two queries for each step and each five hundred things of it.
    """
    page_kinds = {kind.name for kind in kinds_of_pages()}
    found: list[Dependant] = []
    known: set[tuple[str, int]] = set()
    reached, frontier = {page.translation_key}, {page.translation_key}
    step = 0
    while frontier:
        step += 1
        sources = set(resting_on(frontier)) - known
        known |= sources
        keys = keys_of(pk for kind, pk in sources if kind in page_kinds)
        found += [
            Dependant(kind, pk, step)
            for kind, pk in sorted(sources)
            if kind not in page_kinds or keys.get(pk, page.translation_key) != page.translation_key
        ]
        frontier = set(keys.values()) - reached
        reached |= frontier
    return found


def resting_on(keys: Collection[UUID]) -> Iterator[tuple[str, int]]:
    for some in in_batches(keys):
        citing = Citation.objects.filter(target_key__in=some).order_by()
        yield from citing.values_list("source_kind", "source_id").distinct()


def keys_of(page_ids: Iterator[int]) -> dict[int, UUID]:
    """Of the pages that are there."""
    return {pk: key for some in in_batches(page_ids) for pk, key in translation_keys(some).items()}
