from collections.abc import Iterable
from math import ceil

WORDS_A_MINUTE = 220


def minutes_to_read(texts: Iterable[str]) -> int:
    """At 220 words a minute, rounded up; at least 1."""
    return max(1, ceil(sum(len(text.split()) for text in texts) / WORDS_A_MINUTE))
