"""What a reader of files gives, and how much of it is kept. Knows nothing of the hub."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# Grows whenever the same file would give other parts, so that every file is read anew.
VERSION = 1

MOST_PARTS = 500  # pages, sheets, slides, or headings of a text
MOST_CHARACTERS = 400_000
LONGEST_NAME = 200
# No database keeps a zero in a text, nor half of a character; nobody reads the others.
UNREADABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")


class Locked(Exception):
    """The file asks for a password."""


@dataclass(frozen=True, slots=True)
class Part:
    """A page, a sheet, a slide, or what stands below a heading; numbers begin at 1."""

    number: int
    name: str
    text: str


@dataclass(slots=True)
class Kept:
    """Passes on the parts that fit; `is_whole` says afterwards whether all did."""

    is_whole: bool = True
    characters: int = 0

    def within_limits(self, parts: Iterable[Part]) -> Iterator[Part]:
        """Parts with words, until the limits are reached. Reads no further than that."""
        for count, part in enumerate(parts):
            room = MOST_CHARACTERS - self.characters
            if count >= MOST_PARTS or room <= 0:
                self.is_whole = False
                return
            name = tidy(part.name).replace("\n", " ")[:LONGEST_NAME]
            text = tidy(part.text)
            self.is_whole = len(text) <= room
            self.characters += len(text)
            if text or name:
                yield Part(part.number, name, text[:room])


def tidy(text: str) -> str:
    """Lines without needless space, and without lines that are empty."""
    lines = (" ".join(line.split()) for line in UNREADABLE.sub("", text).splitlines())
    return "\n".join(line for line in lines if line)
