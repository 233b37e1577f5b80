import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from django.db import models

from search.enums import Answered, Facet

if TYPE_CHECKING:
    from hub.access.registry import Document

LabelMap = dict[str, list[str]]

# A thing without audiences is for everyone; one without nations applies in all of them.
OPEN_WHEN_EMPTY = frozenset({Facet.AUDIENCE, Facet.NATION})


def labels_of(kind: str, document: "Document") -> LabelMap:
    """The slugs of a document under each facet, sorted, so that equal sets look the same."""
    return {
        Facet.KIND.value: [kind],
        Facet.THEME.value: sorted(set(document.themes)),
        Facet.AUDIENCE.value: sorted(set(document.audiences)),
        Facet.NATION.value: sorted(set(document.nations)),
        Facet.EVIDENCE.value: [document.evidence] if document.evidence else [],
        Facet.ANSWERED.value: answered(document.solved),
    }


def answered(solved: bool | None) -> list[str]:
    if solved is None:
        return []
    return [Answered.SOLVED.value if solved else Answered.UNSOLVED.value]


class LabelsById(dict[int, Mapping[str, Sequence[str]]]):
    """The slugs of each combination under each facet. Not to be changed."""

    def carrying(self, facet: Facet, wanted: Collection[str]) -> set[int]:
        """The ids of those that satisfy a facet, of which any one wanted value suffices."""
        slugs = (*wanted, "") if facet in OPEN_WHEN_EMPTY else wanted
        return set().union(*(self.by_slug.get((facet.value, slug), ()) for slug in slugs))

    @cached_property
    def by_slug(self) -> Mapping[tuple[str, str], set[int]]:
        """The ids under each facet's name and slug; "" are those without any under that facet."""
        found: dict[tuple[str, str], set[int]] = defaultdict(set)
        for pk, slugs in self.items():
            for facet in Facet:
                for slug in slugs.get(facet.value) or ("",):
                    found[facet.value, slug].add(pk)
        return dict(found)


class LabelsQuerySet(models.QuerySet["Labels"]):
    def for_slugs(self, slugs: Mapping[str, Iterable[str]]) -> "Labels":
        """The row of one combination, made when it is new. One query when it exists."""
        shape = {name: list(values) for name, values in slugs.items()}
        name = hashlib.sha256(json.dumps(shape, sort_keys=True).encode()).hexdigest()
        row, _ = self.get_or_create(digest=name, defaults={"slugs": shape})
        return row


class Labels(models.Model):
    """One combination of kind, themes, audiences, nations, evidence and whether it is solved.

    Combinations are few where entries are many, so that an entry points at one number, a filter is
    a list of numbers, and one GROUP BY gives the counts of every facet.
    """

    digest = models.CharField(max_length=64, unique=True)
    slugs = models.JSONField()
    # A row of this moment is this row: a number may be given again, in a test or after a rollback.
    made_at = models.DateTimeField(auto_now_add=True)

    objects = LabelsQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "labels"

    def __str__(self) -> str:
        return ", ".join(slug for values in self.slugs.values() for slug in values) or "none"
