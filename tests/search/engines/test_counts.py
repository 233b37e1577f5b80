"""Counts of terms are asked for once in a while, and only those not known."""

from collections.abc import Sequence

import pytest

from search.engines.base import Term
from search.engines.elastic import counts
from search.engines.elastic.counts import KeptCounts, kept_counts

CURFEW, POLICE, ORDER = ("curfew",), ("police",), ("court", "order")


class Counting:
    """An index that remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[Sequence[Term]] = []

    def __call__(self, terms: Sequence[Term]) -> list[int]:
        self.asked.append(terms)
        return [len(term) for term in terms]


def test_what_is_known_is_not_asked_again() -> None:
    kept, count = KeptCounts(), Counting()
    assert kept.of([CURFEW, ORDER], count) == [1, 2]
    assert kept.of([ORDER, POLICE, CURFEW], count) == [2, 1, 1]
    assert kept.of([POLICE], count) == [1]
    assert count.asked == [[CURFEW, ORDER], [POLICE]]


def test_after_some_minutes_all_are_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    kept, count = KeptCounts(), Counting()
    kept.of([CURFEW], count)
    later = counts.time.monotonic() + counts.SECONDS + 1
    monkeypatch.setattr(counts.time, "monotonic", lambda: later)
    kept.of([CURFEW], count)
    assert count.asked == [[CURFEW], [CURFEW]]


def test_they_are_not_kept_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counts, "MOST", 1)
    kept, count = KeptCounts(), Counting()
    kept.of([CURFEW, ORDER], count)
    kept.of([POLICE], count)
    assert set(kept.counts) == {POLICE}


def test_each_index_has_its_own() -> None:
    assert kept_counts("one") is kept_counts("one")
    assert kept_counts("one") is not kept_counts("other")
