"""Text as the detector reads it: one notation for digits, dashes and spaces, nothing invisible."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

DASHES = frozenset({"Pd"})
SPACES = frozenset({"Zs", "Zl", "Zp"})
UNSEEN = frozenset({"Cf", "Cc", "Cs", "Cn", "Co"})
QUOTES = {"‘": "'", "’": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"'}
KEPT_CONTROLS = {"\n": "\n", "\r": "\n", "\t": " ", "\v": "\n", "\f": "\n", "\x85": "\n"}


@dataclass(frozen=True, slots=True)
class Reading:
    """`places[n]` is where character n of `text` stands in the text as it was given."""

    text: str
    places: Sequence[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        return self.places[start], self.places[end - 1] + 1


def read(text: str) -> Reading:
    """Linear in the length; plain ASCII without control characters is taken as it is."""
    if text.isascii() and text.replace("\n", "").isprintable():
        return Reading(text, range(len(text)))
    characters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        plain = plain_character(character)
        characters.append(plain)
        places.extend([place] * len(plain))
    return Reading("".join(characters), places)


@lru_cache(maxsize=4096)
def plain_character(character: str) -> str:
    """Full-width letters, Arabic-Indic digits and soft hyphens must hide nothing."""
    if character in KEPT_CONTROLS:
        return KEPT_CONTROLS[character]
    if character in QUOTES:
        return QUOTES[character]
    category = unicodedata.category(character)
    if category in UNSEEN or "VARIATION SELECTOR" in unicodedata.name(character, ""):
        return ""
    if category in DASHES or character == "\N{MINUS SIGN}":
        return "-"
    if category in SPACES:
        return " "
    if category == "No" and unicodedata.numeric(character) < 1:
        return character
    if category == "Nd":
        return str(unicodedata.decimal(character))
    return unicodedata.normalize("NFKC", character)
