"""What a person's name looks like, and what only looks like one."""

import re
from functools import lru_cache
from importlib.resources import files

from hub.core.personal_details.ages import PERSONS
from hub.core.personal_details.words import (
    ACRONYMS,
    ALSO_WORDS,
    FIRST_NAMES,
    NOT_PERSONS,
    PLACES,
    SURNAMES_TOO,
)

LATIN = (*range(0x41, 0x250), *range(0x1E00, 0x1F00))
CAPITAL = "[" + "".join(letter for letter in map(chr, LATIN) if letter.isupper()) + "]"
WORD = rf"{CAPITAL}[\w'-]{{0,24}}"
PARTICLE = r"(?:de|da|dos|van|von|der|al|el|bin|ibn|ben|ap|le|la|di)"
SURNAME = rf"(?: {PARTICLE}){{0,2}} (?:{PARTICLE}-)?{WORD}\.?"
NAME = (
    r"(?<![\w'@/-])(?P<name>(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? )?"
    rf"(?:[A-Z]\.[A-Z]\.?(?: {WORD})?|[A-Z]\.? {WORD}|{WORD}(?:{SURNAME}){{0,2}}|"
    r"[a-z][a-z'-]{1,24}(?: (?!(?:i|wa|ha)s\b|(?:who|he|she|has|had|and|age|aged|turn|just|only|"
    r"now|"
    r"about|at|in|on|for|with|from|the|will)[a-z']{0,3}\b)[a-z][a-z'-]{1,24})?))"
)
TITLE = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? ")
INITIALS = re.compile(r"[A-Z]\.?[A-Z]\.?")
DOTTED = re.compile(r"[A-Z]\.[A-Z]\.?|[A-Z]\. \w+")
SENTENCE_START = re.compile(r"(?:^|[.!?:;\n•*>-])[\s\"'(*_>-]{0,4}$")
INTRODUCED = re.compile(
    rf"(?:\b(?:called|named|known as|name is|name's|name was|name:|child:|{PERSONS}|"
    r"(?:mum|mother|dad|father|parents?|nan|gran|carer|case|family|death|murder|"
    r"killing) of)[ ,:]{1,2})$",
    re.IGNORECASE,
)
PARTED = re.compile(r"[ -]")
# "O'Shea", "McKenzie", "D'Angelo", "Tyrelle-Jay": built as names alone are.
BUILT_AS_NAME = re.compile(rf"(?:O'|D'|Mc|Mac){CAPITAL}\w+|{CAPITAL}[a-z]+-{CAPITAL}[a-z]+")


@lru_cache(maxsize=1)
def dictionary() -> frozenset[str]:
    """82,000 English words and well-known names, which come with symspellpy. Read once, at need."""
    lines = files("symspellpy").joinpath("frequency_dictionary_en_82_765.txt")
    return frozenset(
        line.split()[0] for line in lines.read_text(encoding="utf-8-sig").splitlines() if line
    )


def first_word(name: str) -> str:
    return name.split()[0].removesuffix("'s").strip("'.,").lower()


def is_known(name: str) -> bool:
    """A first name borne in Britain; of two parts the first is enough: "Mia-Rae"."""
    first = first_word(name)
    half, _, other = first.partition("-")
    return first in FIRST_NAMES or (bool(other) and half in FIRST_NAMES and name[0].isupper())


def is_ambiguous(name: str) -> bool:
    """A first name alone that is a word or a place too: "Grace", "Victoria"."""
    first = first_word(name)
    return " " not in name and (first in ALSO_WORDS or first in PLACES)


def is_certain(name: str) -> bool:
    """A title or initials say by themselves that a person follows."""
    if TITLE.match(name) or DOTTED.match(name):
        return True
    letters = name.replace(".", "")
    return bool(INITIALS.fullmatch(name)) and letters not in ACRONYMS


def is_unlikely(name: str) -> bool:
    """Words of a sentence, agencies, nationalities and places; an anonymised "A" or "YP1" too."""
    words = [word.removesuffix("'s").strip(".,'").lower() for word in name.split()]
    first = name.split()[0].removesuffix("'s").strip(".,'")
    after_word = words[0] in dictionary()
    return (
        words[0] in PLACES
        or any(word in NOT_PERSONS or (after_word and word in PLACES) for word in words)
        or first.upper() == first
        or len(first) < 3
    )


def goes_on_as_body(name: str) -> bool:
    """Whether a name goes on as that of a body or a place: "Kelly Holmes Trust".

    "Lacey Green" has a surname which is a place's last word too.
    """
    later = [word.strip(".,'").lower() for word in name.split()[1:]]
    return any(word in NOT_PERSONS and word not in SURNAMES_TOO for word in later) or (
        bool(later) and later[-1] in SURNAMES_TOO and is_ambiguous(name.split()[0])
    )


def is_word(name: str) -> bool:
    """Whether each part stands in the dictionary. "Kelder" doesn't, nor "Qorri"."""
    return all(
        part.removesuffix("'s").strip(".,'").lower() in dictionary() for part in PARTED.split(name)
    )


def is_plural(name: str) -> bool:
    """So is "Sentences", but not "Ágnes"."""
    first = first_word(name)
    return first.endswith("s") and first[:-1] in dictionary()


def starts_sentence(text: str, start: int) -> bool:
    return bool(SENTENCE_START.search(text, max(0, start - 8), start))


def is_introduced(text: str, start: int) -> bool:
    return bool(INTRODUCED.search(text, max(0, start - 24), start))
