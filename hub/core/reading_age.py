"""How old a reader should be for a text: the Flesch-Kincaid grade, and five years."""

import re

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
SENTENCE = re.compile(r"[.!?:]+(?=\s|$)")
VOWELS = re.compile(r"[aeiouyâêîôûŵŷáéíóúàèìòùäëïöü]+")
# "used", "makes", "evidence": the last e isn't spoken.
SILENT = re.compile(r"(?<=[^aeiouy])(?:(?<!l)e|(?<![td])ed|(?<![sxczg])es)$")
# Of fewer words the formula says nothing.
FEWEST_WORDS = 100


def reading_age(text: str) -> float | None:
    """In years; None for a text too short to tell."""
    words = WORD.findall(text.lower())
    if len(words) < FEWEST_WORDS:
        return None
    sentences = max(1, len(SENTENCE.findall(text)))
    parts = sum(map(syllables, words))
    return 0.39 * len(words) / sentences + 11.8 * parts / len(words) - 15.59 + 5


def syllables(word: str) -> int:
    """Groups of vowels. Where a word may be hyphenated (pyphen) misses one syllable in five."""
    return max(1, len(VOWELS.findall(SILENT.sub("", word))))
