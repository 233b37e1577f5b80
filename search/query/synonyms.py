"""Other words for parts of what was typed, from the glossary."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hub.access.readers import Reader
from hub.glossary.enums import Widening
from hub.glossary.models import OtherWord, TermPage
from hub.glossary.words import search_key, without_remarks
from search.engines.base import Term
from search.models import Entry

GLOSSARY = "term"
# In words; longer names are only found as text.
LONGEST_NAME = 5
MOST_FOR_ONE_NAME = 4
MOST_NAMES = 8
# The other names of a term, by the key of the name that was typed.
NamesByKey = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Synonyms:
    """What people read by its key: one or more words, which stand together."""

    names: Mapping[str, str]

    @property
    def terms(self) -> tuple[Term, ...]:
        return tuple(tuple(key.split()) for key in self.names)

    def beside(self, typed: tuple[Term, ...]) -> tuple[Term, ...]:
        """What was typed and the other names, at a third of its weight."""
        return (*typed * 3, *self.terms) if self.names else typed


NONE = Synonyms({})


def synonyms(words: Sequence[str], reader: Reader, *, without: Collection[str] = ()) -> Synonyms:
    """The other names of every term that a part of the words names; the longest part first.

    Only terms this reader may see count, so that a closed term changes nobody else's results.
    Two queries by indexes, and one more where a term is named; nothing is kept between searches, so
    that a change in the CMS holds at once. `without` has the keys of names to leave out.
    """
    keys = [search_key(word) for word in words]
    known = names_known(keys, reader)
    typed = f" {' '.join(keys)} "
    found: dict[str, str] = {}
    for key in parts_named(keys, known):
        others = {k: name for k, name in known[key].items() if f" {k} " not in typed}
        found |= dict(list(others.items())[:MOST_FOR_ONE_NAME])
    kept = [(key, name) for key, name in found.items() if key not in without]
    return Synonyms(dict(kept[:MOST_NAMES]))


def singular(key: str) -> str:
    return key[:-1] if len(key) > 3 and key.endswith("s") else key


def parts(keys: Sequence[str], start: int) -> Iterator[tuple[int, str]]:
    """How many words each part that starts here has, and its key; the longest first."""
    for length in range(min(LONGEST_NAME, len(keys) - start), 0, -1):
        part = " ".join(keys[start : start + length])
        yield length, part
        if singular(part) != part:
            yield length, singular(part)


def parts_named(keys: Sequence[str], known: Collection[str]) -> Iterator[str]:
    """Known names in the order typed; what one of them holds is in no other."""
    start = 0
    while start < len(keys):
        found = next(((n, key) for n, key in parts(keys, start) if key in known), None)
        if found:
            yield found[1]
        start += found[0] if found else 1


def names_known(keys: Sequence[str], reader: Reader) -> NamesByKey:
    wanted = {key for start in range(len(keys)) for _, key in parts(keys, start) if key}
    if not wanted:
        return {}
    readable = Entry.objects.readable_by(reader).filter(kind=GLOSSARY)
    terms = TermPage.objects.called(wanted).filter(pk__in=readable.values("object_id"))
    known: dict[str, dict[str, str]] = {}
    named = sorted(terms.prefetch_related("words"), key=lambda term: term.title_key not in wanted)
    for term in named:
        mutual, leading = names_of(term)
        for key in wanted & leading:
            others = {k: name for k, name in mutual.items() if k and k != key}
            known[key] = known.get(key, {}) | others
    return known


def names_of(term: TermPage) -> tuple[dict[str, str], set[str]]:
    """The title and the two-way words by their keys, and the keys of all that lead to them."""
    mutual = {term.title_key: without_remarks(term.title)}
    leading = {term.title_key}
    rows: Iterable[OtherWord] = term.words.all()
    for row in rows:
        if row.widening == Widening.BOTH:
            mutual.setdefault(row.key, without_remarks(row.word))
        if row.widening != Widening.SHOWN:
            leading.add(row.key)
    return mutual, leading
