"""What an engine is asked and what it answers."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from hub.access.readers import Reader
from search.enums import Facet, Sort
from search.models.labels import LabelsById

# How many of the best entries are ranked again by their best section.
RERANKED = 50

# One term is one or more words that must stand together.
Term = tuple[str, ...]
Filters = Mapping[Facet, frozenset[str]]

# Snippets come with their matches between these; no stored text holds them.
MARK_START, MARK_END = "\x02", "\x03"


@dataclass(frozen=True, slots=True)
class Query:
    """Any of `terms` suffices; each of `required` must occur and none of `excluded` may.

    `required` terms rank like the others. Both dates count in; what has no date is in no range.
    `limit` counts from the best entry, whatever page is shown. Entries with an id in `left_out` are
    neither among the hits nor counted. `text` is what was typed and `meaning` its vector, where a
    model is set; engines need not look at them.
    """

    terms: tuple[Term, ...]
    filters: Filters = field(default_factory=dict)
    limit: int = RERANKED
    required: tuple[Term, ...] = ()
    excluded: tuple[Term, ...] = ()
    since: datetime.date | None = None
    until: datetime.date | None = None
    sort: Sort = Sort.RELEVANCE
    text: str = ""
    left_out: tuple[int, ...] = ()
    meaning: tuple[float, ...] = ()

    @property
    def ranked(self) -> tuple[Term, ...]:
        """Everything that lifts an entry which holds it."""
        return (*self.required, *self.terms)


@dataclass(frozen=True, slots=True)
class Hit:
    """Scores are positive, higher is better, and compare within one answer only."""

    entry_id: int
    kind: str
    object_id: int
    labels_id: int
    score: float
    section_id: int | None = None
    section_score: float = 0.0


@dataclass(frozen=True, slots=True)
class Results:
    """`hits` obey the filters and are the engine's best first.

    `groups` say how many matching entries carry each combination of labels, filters aside.
    """

    hits: tuple[Hit, ...] = ()
    groups: Mapping[int, int] = field(default_factory=dict)
    # The slugs of each combination of labels, by id.
    labels: LabelsById = field(default_factory=LabelsById)
    # The engine that should have answered is away, and the database stood in for it.
    reserve: bool = False


class Behind(RuntimeError):
    """So much has changed since an outside engine heard of it that it had better not answer."""


class Engine(Protocol):
    """Answers from the rows. What a reader may not see is in no part of an answer."""

    def search(self, query: Query, reader: Reader) -> Results: ...

    def snippets(self, query: Query, section_ids: Sequence[int]) -> Mapping[int, str]:
        """A passage of each section around its matches, which stand between the marks."""
        ...

    def holds(self, words: Sequence[str], reader: Reader) -> frozenset[str]:
        """Those of the words that some entry this reader may see holds."""
        ...

    def complete(self, words: Term, limit: int) -> Sequence[int]:
        """Ids of public entries whose title or another name holds these words, in any order.

        The last word may be the beginning of one. No particular order, and no more than `limit`.
        """
        ...
