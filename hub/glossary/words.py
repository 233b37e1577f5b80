"""Written forms of a term."""

import re
import unicodedata
from collections.abc import Iterable

LONGEST_KEY = 100
BRACKETS = re.compile(r"\s*\(([^)]*)\)")
WORD = re.compile(r"\w+")
LETTERS = re.compile(r"[A-Z][A-Z&]{2,}s?")


def forms_of(title: str, other_words: Iterable[str] = ()) -> tuple[str, ...]:
    """The title without brackets, and its letters: "Youth offending team (YOT)" gives both.

    Other words count only where they are letters such as RHI; the rest mean too many things.
    """
    plain = BRACKETS.sub("", title).strip()
    bracketed = [found for found in BRACKETS.findall(title) if LETTERS.fullmatch(found)]
    letters = [word for word in other_words if LETTERS.fullmatch(word)]
    return tuple(dict.fromkeys(filter(None, (plain, *bracketed, *letters))))


def sorting_key(title: str) -> str:
    """Without case and accents, so that É stands with E."""
    letters = unicodedata.normalize("NFD", title.strip())
    return "".join(sign for sign in letters if not unicodedata.combining(sign)).casefold()


def first_letter(title: str) -> str:
    """A to Z without accents; # for anything else."""
    first = sorting_key(title)[:1].upper()
    return first if "A" <= first <= "Z" else "#"


def without_remarks(word: str) -> str:
    """As people type it: "home invasion (loosely)" is home invasion."""
    return " ".join(BRACKETS.sub(" ", word).split()) or word.strip()


def search_key(word: str) -> str:
    """Its words in small letters without accents and remarks, with one space between."""
    return " ".join(WORD.findall(sorting_key(without_remarks(word))))[:LONGEST_KEY]
