"""Slips of the finger in judged queries, the same ones for the same seed."""

import random
import string
from dataclasses import replace

from search.evaluation.collection import Collection
from search.query.parsing import WORD

LONG = 6
SHARE = 1 / 3


def misspelt(collection: Collection, seed: int) -> Collection:
    """One edit in a third of the words of six letters and more."""
    chance = random.Random(seed)  # noqa: S311 slips are no secrets
    texts = {name: with_slips(text, chance) for name, text in collection.queries.items()}
    return replace(collection, queries=texts)


def with_slips(text: str, chance: random.Random) -> str:
    def slip(word: str) -> str:
        long = len(word) >= LONG and word.isalpha()
        return edited(word, chance) if long and chance.random() < SHARE else word

    return WORD.sub(lambda match: slip(match[0]), text)


def edited(word: str, chance: random.Random) -> str:
    """A letter left out, put in, taken for another, or two that changed places."""
    place = chance.randrange(1, len(word) - 1)
    before, here, after = word[:place], word[place], word[place + 1 :]
    letter = chance.choice(string.ascii_lowercase.replace(here.lower(), ""))
    return chance.choice(
        (
            before + after,
            before + letter + here + after,
            before + letter + after,
            before + after[:1] + here + after[1:],
        )
    )
