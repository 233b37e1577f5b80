"""What is asked: runs of words as people type them, of every length, some narrowed."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from search.engines.base import RERANKED, Query, Term
from search.enums import Facet
from search.query.parsing import WORD, parse
from search.query.stopwords import STOPWORDS

LONGEST, OF_EACH = 14, 20
# One question in so many is narrowed by a kind, and one by a theme.
NARROWED = 6
LENGTHS = ((1, 4), (5, 14))
FACETS = {0: {Facet.KIND: frozenset({"guidance"})}, 1: {Facet.THEME: frozenset({"theme-3"})}}


@dataclass(frozen=True, slots=True)
class Question:
    """A query and how many words were typed for it."""

    words: int
    query: Query


def questions(sentences: Sequence[str], seed: int = 2) -> list[Question]:
    """The same for the same seed; few words in them are rare, which is the costly case."""
    chance = random.Random(seed)
    found = []
    for length in range(1, LONGEST + 1):
        long_enough = [s for s in sentences if len(s.split()) >= length]
        for place in range(OF_EACH):
            terms = asked(chance, long_enough, length)
            filters = FACETS.get(place % NARROWED, {})
            found.append(Question(length, Query(terms, filters, limit=RERANKED)))
    chance.shuffle(found)
    return found


def asked(chance: random.Random, sentences: Sequence[str], length: int) -> tuple[Term, ...]:
    """A run of words out of a sentence, one of which at least is more than "of" or "the"."""
    while True:
        words = chance.choice(sentences).split()
        start = chance.randrange(len(words) - length + 1)
        parsed = parse(" ".join(words[start : start + length]).replace('"', ""))
        if not STOPWORDS.issuperset(parsed.words):
            return parsed.terms


def little_words(seed: int = 4) -> list[Question]:
    """Two words each that nearly every entry holds: what searches come to at the very worst."""
    chance = random.Random(seed)
    common = ("the", "of", "to", "and", "a", "in", "for", "is", "or", "that")
    return [Question(2, Query(parse(" ".join(chance.sample(common, 2))).terms)) for _ in range(20)]


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
