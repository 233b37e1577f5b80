"""The judged searches of one hub, asked through everything that a reader's search goes through."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import fmean

from hub.access.readers import ANONYMOUS, Reader
from search.engines.base import Engine, Query
from search.evaluation.measures import ndcg
from search.models import EntryText
from search.query.filters import facet_names
from search.query.parsing import parse
from search.query.searching import answer


@dataclass(frozen=True, slots=True)
class Judged:
    """A search, and the addresses of what it should find with their grades."""

    text: str
    grades: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the first page showed, by address."""

    judged: Judged
    ranking: tuple[str, ...]

    @property
    def ndcg(self) -> float:
        return ndcg(self.ranking, self.judged.grades)

    @property
    def best_place(self) -> int:
        """Where the first thing of the highest grade stands, from 1; beyond the page at its end."""
        best = max(self.judged.grades.values(), default=0)
        places = [n for n, url in enumerate(self.ranking, 1) if self.judged.grades.get(url) == best]
        return min(places, default=len(self.ranking) + 1)


def ask(judged: Judged, engine: Engine, reader: Reader = ANONYMOUS) -> Outcome:
    names = facet_names()
    parsed = parse(judged.text, names)
    found = answer(
        parsed, asked=Query((), parsed.filters), names=names, page=1, engine=engine, reader=reader
    ).found
    addresses = EntryText.objects.in_bulk([entry.pk for entry, _ in found.entries])
    return Outcome(judged, tuple(addresses[entry.pk].url for entry, _ in found.entries))


def mean_ndcg(outcomes: Iterable[Outcome]) -> float:
    values = [outcome.ndcg for outcome in outcomes]
    return fmean(values) if values else 0.0
