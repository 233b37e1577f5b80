"""The order of the best entries: how well the whole, its best section and its meaning match."""

from collections.abc import Mapping, Sequence
from math import sqrt
from types import MappingProxyType

from search.engines.base import RERANKED, Hit

# Share of the best section in the score.
SECTION_SHARE = 0.4
# Share of meaning, where it is known.
MEANING_SHARE = 0.5
# What a result rests on gets this share of its score; several share it.
RESTING_SHARE = 0.4
UNKNOWN: Mapping[int, float] = MappingProxyType({})
NOTHING: Mapping[int, Sequence[int]] = MappingProxyType({})


def scaled(values: Sequence[float]) -> list[float]:
    """Between 0 for the lowest and 1 for the highest; all 1 where they are equal."""
    low, high = min(values, default=0.0), max(values, default=0.0)
    if high <= low:
        return [1.0] * len(values)
    return [(value - low) / (high - low) for value in values]


def reranked(
    hits: Sequence[Hit],
    closeness: Mapping[int, float] = UNKNOWN,
    resting: Mapping[int, Sequence[int]] = NOTHING,
) -> list[Hit]:
    """The best 50 in their mixed order, then the others as the engine ranked them.

    `closeness` in meaning is by id of the entry, any scale; `resting` has for an entry those that
    it rests on.
    """
    best, rest = list(hits[:RERANKED]), list(hits[RERANKED:])
    mixed = lifted(best, with_meaning(best, by_words(best), closeness), resting)
    order = sorted(range(len(best)), key=lambda place: (-mixed[place], place))
    return [best[place] for place in order] + rest


def by_words(best: Sequence[Hit]) -> list[float]:
    """A section only lifts: a page whose title says it all keeps the rank that its title earned."""
    wholes = scaled([hit.score for hit in best])
    sections = scaled([hit.section_score for hit in best])
    return [
        max(whole, (1 - SECTION_SHARE) * whole + SECTION_SHARE * part)
        for whole, part in zip(wholes, sections, strict=True)
    ]


def lifted(
    best: Sequence[Hit], scores: Sequence[float], resting: Mapping[int, Sequence[int]]
) -> Sequence[float]:
    lift = dict.fromkeys((hit.entry_id for hit in best), 0.0)
    for hit, score in zip(best, scores, strict=True):
        below = [pk for pk in resting.get(hit.entry_id, ()) if pk in lift]
        for pk in below:
            lift[pk] += RESTING_SHARE * score / sqrt(len(below))
    return [score + lift[hit.entry_id] for hit, score in zip(best, scores, strict=True)]


def with_meaning(
    best: Sequence[Hit], words: Sequence[float], closeness: Mapping[int, float]
) -> Sequence[float]:
    """Half words, half meaning. An entry without vectors yet counts by its words alone."""
    known = [hit.entry_id for hit in best if hit.entry_id in closeness]
    meant = dict(zip(known, scaled([closeness[pk] for pk in known]), strict=True))
    return [
        word + MEANING_SHARE * (meant.get(hit.entry_id, word) - word)
        for hit, word in zip(best, scaled(words), strict=True)
    ]
