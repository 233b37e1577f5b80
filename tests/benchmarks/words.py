"""Sentences that nobody wrote, from the words of the demonstration in the order they follow."""

import html
import random
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from hub.demo.loader.content import facts, folder, read

TAG = re.compile(r"<[^>]+>")
SENTENCE_END = re.compile(r"(?<=[.?])\s+")
START, END = "", "\n"
FEWEST_WORDS, MOST_WORDS = 5, 28
FACTS = ("glossary", "interventions", "legislation", "policy", "practice", "referrals")


def texts(value: Any) -> Iterator[str]:
    """Every string in a content file, whatever it is nested in."""
    if isinstance(value, str):
        yield html.unescape(TAG.sub(" ", value))
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)


@cache
def followers() -> dict[str, list[str]]:
    """The words that follow each word, as often as they do."""
    content = [folder("guidance"), folder("courses"), read("forum"), *map(facts, FACTS)]
    found: dict[str, list[str]] = {}
    for text in texts(content):
        for sentence in SENTENCE_END.split(text):
            words = [word for word in sentence.split() if "://" not in word]
            if len(words) >= FEWEST_WORDS:
                for word, after in zip([START, *words], [*words, END], strict=True):
                    found.setdefault(word, []).append(after)
    return found


class Writer:
    """Writes the same for the same random numbers."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.after = followers()

    def words(self, most: int = MOST_WORDS) -> list[str]:
        chosen: list[str] = []
        word = START
        while len(chosen) < most:
            word = self.chance.choice(self.after.get(word, [END]))
            if word == END:
                break
            chosen.append(word)
        return chosen

    def sentence(self) -> str:
        return " ".join(self.words()).rstrip(".,;:?") + "."

    def title(self, most: int = 9) -> str:
        """A short run of words that starts with a capital."""
        text = " ".join(self.words(most)).strip(' .,;:?"“”()')[:120]
        return text[:1].upper() + text[1:] or "Untitled"

    def text(self, fewest: int, most: int) -> str:
        return " ".join(self.sentence() for _ in range(self.chance.randint(fewest, most)))

    def paragraph(self, fewest: int = 3, most: int = 6) -> str:
        return f"<p>{html.escape(self.text(fewest, most), quote=False)}</p>"

    def some(self, items: list[Any], most: int) -> list[Any]:
        """A few of the items; often none where `most` is small."""
        return self.chance.sample(items, min(len(items), self.chance.randint(0, most)))
