"""What a person types, as terms that an engine can be asked for. Any string parses."""

import re
from dataclasses import dataclass, field

from search.engines.base import Filters, Term
from search.query.fields import NO_NAMES, Names, without_fields
from search.query.questions import without_questions
from search.query.stopwords import STOPWORDS

MAX_CHARACTERS = 400
MAX_TERMS = 40
# A query this short is usually a name: its words together count once more.
LONGEST_NAME = 4

# Words in quotes, perhaps with a minus before them.
PHRASE = re.compile(r'((?:(?<=\s)|^)-)?["“”]([^"“”]+)["“”]')
# A minus directly before a word; the hyphen inside a word has a letter before it.
MINUS = re.compile(r"(?:(?<=\s)|^)-(\w\S*)")
WORD = re.compile(r"\w+")
# "s45", "s.45", "ss 45", "section 45A", "s34(5)": how people name a section of an Act.
PROVISION = re.compile(
    r"(?<![\w'’])(?:ss?|sect?|sections?)\.?\s*(\d{1,4}[a-z]{0,2})\b(?:\s?\(\w{1,4}\))*", re.I
)


@dataclass(frozen=True, slots=True)
class Parsed:
    """`text` is what was typed, cut to length, without the words that name a filter.

    `words` are its plain words, for spelling; `spoken` are all of them in a row, for names of
    several words. Any of `terms` suffices, all of `required` must occur, none of `excluded` may.
    """

    text: str
    terms: tuple[Term, ...]
    words: tuple[str, ...]
    spoken: tuple[str, ...] = ()
    required: tuple[Term, ...] = ()
    excluded: tuple[Term, ...] = ()
    filters: Filters = field(default_factory=dict)

    @property
    def asks(self) -> bool:
        return bool(self.terms or self.required)


def tidy(text: str) -> str:
    """On one line, at most 400 characters, without what no page could show."""
    shown = "".join(" " if c.isspace() else c for c in text if c.isprintable() or c.isspace())
    return " ".join(shown[: MAX_CHARACTERS * 2].split())[:MAX_CHARACTERS].strip()


def provision_terms(number: str) -> list[Term]:
    """A section under its full name and as people shorten it."""
    return [("section", number), (f"s{number}",), ("s", number)]


def words_in(text: str) -> Term:
    return tuple(WORD.findall(text.lower()))


def parse(text: str, names: Names = NO_NAMES) -> Parsed:
    """Terms in the order typed. Repeated words stay: they say what matters most.

    Words without meaning are dropped, unless there are no others. Repeating a term weighs it.
    """
    typed, filters = without_fields(tidy(text), names)
    phrases = [(bool(match[1]), words_in(match[2])) for match in PHRASE.finditer(typed)]
    required = tuple(words for is_minus, words in phrases if words and not is_minus)
    rest = PHRASE.sub(" ", typed)
    minus = [*(words for out, words in phrases if out), *map(words_in, MINUS.findall(rest))]
    plain = MINUS.sub(" ", rest)
    terms, meaningful = terms_of(plain)
    if not terms and not required:
        # Only what is unwanted: nothing could be found, so the words are meant as words.
        minus, plain = [], rest
        terms, meaningful = terms_of(plain)
    spoken = words_in(plain)
    name = without_outer_stopwords(spoken) if len(spoken) <= LONGEST_NAME else ()
    if len(name) > 1 and name not in terms and not required:
        terms.append(name)
    return Parsed(
        typed,
        tuple(terms[:MAX_TERMS]),
        tuple(meaningful[:MAX_TERMS]),
        spoken,
        required[:MAX_TERMS],
        tuple(words for words in minus if words)[:MAX_TERMS],
        filters,
    )


def without_outer_stopwords(words: Term) -> Term:
    """From the first word with a meaning to the last; all where none has one."""
    places = [place for place, word in enumerate(words) if word not in STOPWORDS]
    return words[places[0] : places[-1] + 1] if places else words


def terms_of(text: str) -> tuple[list[Term], list[str]]:
    """Terms for a text without operators, and those of its words that have a meaning."""
    terms = [t for match in PROVISION.finditer(text) for t in provision_terms(match[1].lower())]
    bare = PROVISION.sub(" ", text)
    words = list(words_in(bare))
    asked = words_in(without_questions(bare))
    meaningful = [word for word in asked if word not in STOPWORDS]
    if not meaningful and not terms:
        meaningful = [word for word in words if word not in STOPWORDS] or words
    return [*terms, *((word,) for word in meaningful)], meaningful
