"""Measures of a ranking against judgements, as trec_eval defines them."""

import math
from collections.abc import Mapping, Sequence

Judgements = Mapping[str, int]


def ndcg(ranking: Sequence[str], judged: Judgements, depth: int = 10) -> float:
    """Normalised discounted cumulative gain, 0 to 1: gain is the grade, discount log2(rank + 1)."""
    gained = discounted([judged.get(name, 0) for name in ranking[:depth]])
    ideal = discounted(sorted((g for g in judged.values() if g > 0), reverse=True)[:depth])
    return gained / ideal if ideal else 0.0


def discounted(grades: Sequence[int]) -> float:
    return sum(max(g, 0) / math.log2(rank + 1) for rank, g in enumerate(grades, start=1))


def average_precision(ranking: Sequence[str], judged: Judgements) -> float:
    """Mean of the precision at each relevant document; one that is not found counts as 0."""
    found, total = 0, 0.0
    for rank, name in enumerate(ranking, start=1):
        if judged.get(name, 0) > 0:
            found += 1
            total += found / rank
    wanted = sum(1 for grade in judged.values() if grade > 0)
    return total / wanted if wanted else 0.0


def recall(ranking: Sequence[str], judged: Judgements, depth: int = 100) -> float:
    """Share of the relevant documents among the first 100."""
    wanted = {name for name, grade in judged.items() if grade > 0}
    return len(wanted.intersection(ranking[:depth])) / len(wanted) if wanted else 0.0


def percentile(values: Sequence[float], share: float) -> float:
    """Nearest rank; 0 for no values."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)] if ordered else 0.0
