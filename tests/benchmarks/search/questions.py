"""What is asked: runs of words as people type them, of every length, some narrowed."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from search.engines.base import RERANKED, Query, Term
from search.enums import Facet
from search.query.parsing import WORD, parse

LONGEST, OF_EACH = 14, 20
# One question in so many is narrowed by a kind, and one by a theme.
NARROWED = 6
LENGTHS = ((1, 1), (2, 4), (5, 9), (10, 14))
FACETS = {0: {Facet.KIND: frozenset({"guidance"})}, 1: {Facet.THEME: frozenset({"theme-3"})}}


@dataclass(frozen=True, slots=True)
class Question:
    """A query and how many words were typed for it."""

    words: int
    query: Query


def questions(sentences: Sequence[str], seed: int = 2) -> list[Question]:
    """The same for the same seed; nothing in them is rare, which is the costly case."""
    chance = random.Random(seed)
    found = []
    for length in range(1, LONGEST + 1):
        long_enough = [s for s in sentences if len(s.split()) >= length]
        for place in range(OF_EACH):
            words = chance.choice(long_enough).split()
            start = chance.randrange(len(words) - length + 1)
            terms = parse(" ".join(words[start : start + length]).replace('"', "")).terms
            filters = FACETS.get(place % NARROWED, {})
            found.append(Question(length, Query(terms, filters, limit=RERANKED)))
    chance.shuffle(found)
    return [question for question in found if question.query.terms]


def beginnings(titles: Sequence[str], number: int = 200, seed: int = 3) -> list[Term]:
    """What stands in the box while somebody types: up to three words, the last one unfinished."""
    chance = random.Random(seed)
    found: list[Term] = []
    while len(found) < number:
        words = WORD.findall(chance.choice(titles).lower())
        start = chance.randrange(max(1, len(words) - 2))
        typed = words[start : start + chance.randint(1, 3)]
        if typed and len(typed[-1]) > 1:
            last = typed[-1][: chance.randint(2, len(typed[-1]))]
            found.append((*typed[:-1], last))
    return found
