"""One size of one engine: the rows of its table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from search.engines.base import Engine, Term
from tests.benchmarks.search.clients import Ask, complete, measured, search
from tests.benchmarks.search.questions import LENGTHS, LONGEST, Question
from tests.benchmarks.search.rows import READER
from tests.benchmarks.search.table import Row

SUGGESTIONS_AIM = 50
MANY = (8, 32)
# Times as long as a row takes.
WARMING = 4


@dataclass(frozen=True, slots=True)
class Asked:
    questions: Sequence[Question]
    little: Sequence[Question]
    beginnings: Sequence[Term]

    @property
    def searches(self) -> list[Ask]:
        return [partial(search, question, READER) for question in self.questions]

    @property
    def worst(self) -> list[Ask]:
        return [partial(search, question, READER) for question in self.little]

    @property
    def completions(self) -> list[Ask]:
        return [partial(complete, words) for words in self.beginnings]


@dataclass(frozen=True, slots=True)
class Bench:
    """Which engine, its name in the table, and how long each row takes."""

    engine: Engine
    name: str
    seconds: int

    def rows(self, entries: int, asked: Asked) -> Iterator[Row]:
        # Java compiles what it does often, the disk is read, and every process knows the labels
        # and how common a word is: a hub was asked before.
        measured(self.engine, asked.searches, MANY[0], WARMING * self.seconds)
        for ask in asked.searches:
            ask(self.engine)
        alone = measured(self.engine, asked.searches, 1, self.seconds)
        for fewest, most in LENGTHS:
            yield Row(
                entries,
                1,
                words(fewest, most),
                alone.times(fewest, most),
                aim(self.name, entries, most),
            )
        whole = aim(self.name, entries, LONGEST)
        yield Row(entries, 1, "all", alone.times(), whole, alone.rate, 0, alone.processor)
        for clients in MANY:
            many = measured(self.engine, asked.searches, clients, self.seconds)
            wanted = 150 if (self.name, clients, entries) == ("elastic", 32, 100_000) else 0
            yield Row(entries, clients, "all", many.times(), 0, many.rate, wanted, many.processor)
        worst = measured(self.engine, asked.worst, 1, max(2, self.seconds // 4))
        yield Row(entries, 1, "“of the”, “for a”", worst.times(), 0, worst.rate)
        typed = measured(self.engine, asked.completions, 1, max(2, self.seconds // 4))
        yield Row(entries, 1, "suggestions", typed.times(), SUGGESTIONS_AIM, typed.rate)


def words(fewest: int, most: int) -> str:
    return f"{fewest} to {most} words"


def aim(name: str, entries: int, longest: int) -> int:
    """Milliseconds that 95 of 100 should stay below; 0 where nothing was promised."""
    if entries <= 20_000:
        return 40 if name == "elastic" else 30
    if entries <= 100_000:
        return 40 if name == "elastic" else 60 if longest <= 4 else 120
    return 0
