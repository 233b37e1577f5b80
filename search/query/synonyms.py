"""Other words for what was typed, from the glossary."""

from dataclasses import dataclass
from functools import lru_cache

from hub.access.readers import Reader
from search.engines.base import Term
from search.models import Entry
from search.query.parsing import WORD

GLOSSARY = "term"
MOST_NAMES = 4


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Names as people read them, and as terms to ask for."""

    names: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()

    def beside(self, typed: tuple[Term, ...]) -> tuple[Term, ...]:
        """What was typed and the other names, at half its weight: a repeated term counts twice."""
        return (*typed, *typed, *self.terms) if self.terms else typed


def synonyms(text: str, reader: Reader) -> Synonyms:
    """The other names of the term that the whole text names. Two queries.

    Only terms this reader may see count, so that a closed term changes nobody else's results.
    """
    wanted = words_of(text)
    terms = Entry.objects.readable_by(reader).filter(kind=GLOSSARY).order_by("text__title")
    for title, aliases in terms.values_list("text__title", "text__aliases"):
        names = {words_of(name): name for name in (title, *aliases.splitlines())}
        if wanted and wanted in names:
            others = [(term, name) for term, name in names.items() if term and term != wanted]
            kept = others[:MOST_NAMES]
            return Synonyms(tuple(name for _, name in kept), tuple(term for term, _ in kept))
    return Synonyms()


@lru_cache(maxsize=2000)
def words_of(name: str) -> Term:
    return tuple(WORD.findall(name.lower()))
