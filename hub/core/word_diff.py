"""What changed between two texts, word by word."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import takewhile
from typing import Literal, NamedTuple

WORD = re.compile(r"\s+|\w+|[^\w\s]")
# Above this what differs is shown as one piece: comparing takes the square of the words.
MOST_WORDS = 2000


class Piece(NamedTuple):
    kind: Literal["same", "added", "removed"]
    text: str


def word_diff(before: str, after: str) -> list[Piece]:
    """Both texts in pieces: the one before has no added ones, the one after no removed ones."""
    old, new = WORD.findall(before), WORD.findall(after)
    start = alike(old, new)
    end = alike(old[start:][::-1], new[start:][::-1])
    middle = changes(old[start : len(old) - end], new[start : len(new) - end])
    pieces = [Piece("same", "".join(new[:start])), *middle]
    pieces.append(Piece("same", "".join(new[len(new) - end :])))
    return [piece for piece in pieces if piece.text]


def alike(first: Sequence[str], second: Sequence[str]) -> int:
    """How many words both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second)))  # noqa: B905 the shorter ends it


def changes(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    if max(len(old), len(new)) > MOST_WORDS:
        yield Piece("removed", "".join(old))
        yield Piece("added", "".join(new))
        return
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, old, new).get_opcodes():
        if kind == "equal":
            yield Piece("same", "".join(new[j1:j2]))
        else:
            yield Piece("removed", "".join(old[i1:i2]))
            yield Piece("added", "".join(new[j1:j2]))
