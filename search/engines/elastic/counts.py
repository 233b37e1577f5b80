"""How many entries hold a term, kept for a while: it only chooses which terms must be held."""

import time
from collections.abc import Callable, Sequence
from functools import lru_cache

from search.engines.base import Term

SECONDS, MOST = 600, 20_000


class KeptCounts:
    def __init__(self) -> None:
        self.counts: dict[Term, int] = {}
        self.until = 0.0

    def of(
        self, terms: Sequence[Term], count: Callable[[Sequence[Term]], Sequence[int]]
    ) -> list[int]:
        """Those of all the terms, of which `count` is asked for what isn't known."""
        if time.monotonic() > self.until or len(self.counts) > MOST:
            self.counts, self.until = {}, time.monotonic() + SECONDS
        # Another thread may begin anew meanwhile.
        known = self.counts
        if unknown := [term for term in terms if term not in known]:
            known.update(zip(unknown, count(unknown), strict=True))
        return [known[term] for term in terms]


@lru_cache(maxsize=8)
def kept_counts(alias: str) -> KeptCounts:
    """Those of one index, in this process."""
    return KeptCounts()
