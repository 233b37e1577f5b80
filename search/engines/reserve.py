"""An engine outside with the database in reserve: whatever happens to it, there is an answer."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from hub.access.readers import Reader
from search.engines.base import Behind, Engine, Query, Results, Term
from search.engines.breaker import Breaker

logger = logging.getLogger(__name__)

Answer = TypeVar("Answer")


class WithReserve:
    """Asks `first`, or `reserve` where that is behind or raises one of `failures` now or lately."""

    def __init__(
        self,
        first: Engine,
        reserve: Engine,
        breaker: Breaker,
        failures: tuple[type[Exception], ...],
    ) -> None:
        self.first = first
        self.reserve = reserve
        self.breaker = breaker
        self.failures = failures

    def ask(self, question: Callable[[Engine], Answer]) -> tuple[Answer, bool]:
        """The answer, and whether the reserve gave it."""
        if self.breaker.lets_through():
            try:
                answer = question(self.first)
            except Behind:
                self.breaker.succeeded()
            except self.failures as error:
                self.breaker.failed()
                logger.warning("The search engine is away: %s", type(error).__name__)
            else:
                self.breaker.succeeded()
                return answer, False
        return question(self.reserve), True

    def search(self, query: Query, reader: Reader) -> Results:
        results, reserve = self.ask(lambda engine: engine.search(query, reader))
        return replace(results, reserve=reserve)

    def snippets(self, query: Query, section_ids: Sequence[int]) -> Mapping[int, str]:
        return self.ask(lambda engine: engine.snippets(query, section_ids))[0]

    def holds(self, words: Sequence[str], reader: Reader) -> frozenset[str]:
        return self.ask(lambda engine: engine.holds(words, reader))[0]

    def complete(self, words: Term, limit: int) -> Sequence[int]:
        return self.ask(lambda engine: engine.complete(words, limit))[0]
