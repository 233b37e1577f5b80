"""The labelled posts: invented, written as practitioners write, marked by hand.

An empty line parts two posts. `{telephone:07700 900142}` marks a detail with its kind; what stands
unmarked is meant to interrupt nobody. Every number, address and person in them is made up.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hub.core.personal_details.kinds import DetailKind

FOLDER = Path(__file__).resolve().parents[1] / "labelled"
HELD_OUT_FOLDER = FOLDER / "held_out"
MARKED = re.compile(r"\{(\w+):([^{}]*)\}")
TUNED, HELD_OUT = "tuned", "held out"


@dataclass(frozen=True, slots=True)
class Label:
    """A marked part of a post. `start` and `end` are places in its text without the marks."""

    kind: DetailKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LabelledPost:
    text: str
    labels: tuple[Label, ...]
    half: str

    @property
    def is_clean(self) -> bool:
        return not self.labels


def labelled_posts() -> list[LabelledPost]:
    """All of them. Those under `held_out` were measured before anybody read what was missed there.

    Once that is read, a file moves up and counts as tuned.
    """
    return [
        read_post(marked, HELD_OUT if path.parent == HELD_OUT_FOLDER else TUNED)
        for path in sorted(FOLDER.rglob("*.txt"))
        for marked in path.read_text(encoding="utf-8").strip().split("\n\n")
    ]


def read_post(marked: str, half: str) -> LabelledPost:
    """Raises ValueError for a mark whose kind doesn't exist."""
    text = ""
    labels = []
    for part, kind in parts(marked):
        if kind:
            labels.append(Label(DetailKind(kind), len(text), len(text) + len(part)))
        text += part
    return LabelledPost(text, tuple(labels), half)


def parts(marked: str) -> Iterator[tuple[str, str]]:
    """Pieces of a post in their order, each with its kind; "" where it has none."""
    place = 0
    for match in MARKED.finditer(marked):
        yield marked[place : match.start()], ""
        yield match[2], match[1]
        place = match.end()
    yield marked[place:], ""
