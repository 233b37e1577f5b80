"""What a person types, as terms that an engine can be asked for. Any string parses."""

import re
from dataclasses import dataclass

from search.engines.base import Term
from search.query.stopwords import STOPWORDS

MAX_CHARACTERS = 400
MAX_TERMS = 40
# A query this short is usually a name: its words together count once more.
LONGEST_NAME = 4

PHRASE = re.compile(r'["“”]([^"“”]+)["“”]')
WORD = re.compile(r"\w+")
# "s45", "s.45", "ss 45", "sec 45", "section 45A": how people name a section of an Act.
PROVISION = re.compile(r"(?<![\w'’])(?:ss?|sect?|sections?)\.?\s*(\d{1,4}[a-z]{0,2})\b", re.I)


@dataclass(frozen=True, slots=True)
class Parsed:
    """`text` is what was typed, cut to length; `words` are its plain words, for spelling."""

    text: str
    terms: tuple[Term, ...]
    words: tuple[str, ...]


def tidy(text: str) -> str:
    """On one line, at most 400 characters, without what no page could show."""
    shown = "".join(" " if c.isspace() else c for c in text if c.isprintable() or c.isspace())
    return " ".join(shown[: MAX_CHARACTERS * 2].split())[:MAX_CHARACTERS].strip()


def provision_terms(number: str) -> list[Term]:
    """A section under its full name and as people shorten it."""
    return [("section", number), (f"s{number}",), ("s", number)]


def parse(text: str) -> Parsed:
    """Terms in the order typed. Repeated words stay: they say what matters most.

    Words without meaning are dropped, unless there are no others. Repeating a term weighs it.
    """
    typed = tidy(text)
    terms: list[Term] = []
    for match in PHRASE.finditer(typed):
        phrase = tuple(WORD.findall(match[1].lower()))
        if phrase:
            terms.append(phrase)
    rest = PHRASE.sub(" ", typed)
    for match in PROVISION.finditer(rest):
        terms += provision_terms(match[1].lower())
    words = WORD.findall(PROVISION.sub(" ", rest).lower())
    meaningful = [word for word in words if word not in STOPWORDS]
    if not meaningful and not terms:
        meaningful = words
    terms += [(word,) for word in meaningful]
    name = tuple(WORD.findall(rest.lower()))
    if 1 < len(name) <= LONGEST_NAME and name not in terms:
        terms.append(name)
    return Parsed(typed, tuple(terms[:MAX_TERMS]), tuple(meaningful[:MAX_TERMS]))
