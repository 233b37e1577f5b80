"""The order of the best entries, from how well the whole and its best section match."""

from collections.abc import Sequence

from search.engines.base import RERANKED, Hit

# Share of the best section in the score.
SECTION_SHARE = 0.4


def scaled(values: Sequence[float]) -> list[float]:
    """Between 0 for the lowest and 1 for the highest; all 1 where they are equal."""
    low, high = min(values, default=0.0), max(values, default=0.0)
    if high <= low:
        return [1.0] * len(values)
    return [(value - low) / (high - low) for value in values]


def reranked(hits: Sequence[Hit]) -> list[Hit]:
    """The best 50 in their mixed order, then the others as the engine ranked them.

    A section only lifts: a page whose title says it all keeps the rank that its title earned.
    """
    best, rest = list(hits[:RERANKED]), list(hits[RERANKED:])
    wholes = scaled([hit.score for hit in best])
    sections = scaled([hit.section_score for hit in best])
    mixed = [
        max(whole, (1 - SECTION_SHARE) * whole + SECTION_SHARE * part)
        for whole, part in zip(wholes, sections, strict=True)
    ]
    order = sorted(range(len(best)), key=lambda place: (-mixed[place], place))
    return [best[place] for place in order] + rest
