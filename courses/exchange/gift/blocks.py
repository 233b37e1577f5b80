"""The paragraphs of a GIFT file: comments, categories, and questions with their lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from courses.exchange.moodle.categories import tags_of_category

COMMENT = "//"
CATEGORY = "$CATEGORY:"
TAG = re.compile(r"\[tag:((?:\\.|[^\]\\]){1,400})\]")
ESCAPED_IN_TAG = re.compile(r"\\(.)")


@dataclass(frozen=True, slots=True)
class Block:
    """A question as it is written, with the line it begins in and the tags that hold for it."""

    line: int
    text: str
    tags: Sequence[str]


def blocks(text: str) -> Iterator[Block]:
    """A blank line ends a question; a comment doesn't. Categories hold until the next."""
    category: Sequence[str] = ()
    for start, lines in paragraphs(text):
        tags: list[str] = []
        kept: list[str] = []
        first = 0
        for number, line in enumerate(lines, start=start):
            bare = line.strip()
            if bare.startswith(COMMENT):
                tags += [ESCAPED_IN_TAG.sub(r"\1", tag) for tag in TAG.findall(bare)]
            elif bare.startswith(CATEGORY) and not kept:
                category = tags_of_category(bare.removeprefix(CATEGORY))
            else:
                first = first or number
                kept.append(line)
        if kept:
            yield Block(first, "\n".join(kept).strip(), (*category, *tags))


def paragraphs(text: str) -> Iterator[tuple[int, list[str]]]:
    """Lines that no blank line parts, with the number of their first."""
    lines: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        if line.strip():
            lines.append(line)
        elif lines:
            yield number - len(lines), lines
            lines = []


def tag_comment(tags: Sequence[str]) -> str:
    """As Moodle writes them too; "" for none."""
    written = (re.sub(r"([\]\\])", r"\\\1", tag) for tag in tags)
    line = " ".join(f"[tag:{tag}]" for tag in written)
    return f"{COMMENT} {line}\n" if line else ""
