"""Spelling of a query, from the words of public entries only.

A suggestion is checked against what everyone may see at the moment it is made, so that a word of
something that was closed since the list was made is not offered.
"""

import re
import time
from collections import Counter
from collections.abc import Sequence

from django.db import DEFAULT_DB_ALIAS
from symspellpy import SymSpell, Verbosity

from hub.access.readers import ANONYMOUS, Reader
from search.engines.base import Engine
from search.models import Entry
from search.query.parsing import WORD

SHORTEST = 4
MOST_SUSPECTS = 5
LONGEST_AGE = 600.0
LETTERS = re.compile(r"[^\W\d_]+")


class Speller:
    """The words of public entries; read again after ten minutes, 0.5 s for 10,000 words."""

    def __init__(self, using: str = DEFAULT_DB_ALIAS) -> None:
        self.using = using
        self.forget()

    def forget(self) -> None:
        self.words: SymSpell | None = None
        self.read_at = 0.0

    def dictionary(self) -> SymSpell:
        if self.words is None or time.monotonic() - self.read_at > LONGEST_AGE:
            self.words = self.read_words()
            self.read_at = time.monotonic()
        return self.words

    def read_words(self) -> SymSpell:
        entries = Entry.objects.using(self.using).readable_by(ANONYMOUS)
        fields = ("text__title", "text__aliases", "text__summary", "text__body")
        counts: Counter[str] = Counter()
        for texts in entries.values_list(*fields).iterator(chunk_size=500):
            for text in texts:
                counts.update(LETTERS.findall(text.lower()))
        words = SymSpell(max_dictionary_edit_distance=2, prefix_length=7)
        for word, number in counts.items():
            if len(word) >= SHORTEST:
                words.create_dictionary_entry(word, number)
        return words

    def suspects(self, words: Sequence[str]) -> list[str]:
        known = self.dictionary().words
        unknown = [w for w in words if len(w) >= SHORTEST and LETTERS.fullmatch(w)]
        return list(dict.fromkeys(w for w in unknown if w not in known))[:MOST_SUSPECTS]

    def nearest(self, word: str) -> str | None:
        found = self.dictionary().lookup(
            word, Verbosity.TOP, max_edit_distance=1 if len(word) < 6 else 2
        )
        return found[0].term if found else None


speller = Speller()


def suggestion(text: str, words: Sequence[str], engine: Engine, reader: Reader) -> str:
    """What the person may have meant, or nothing. One or two short queries, usually none."""
    nearest = {word: speller.nearest(word) for word in speller.suspects(words)}
    proposed = {word: near for word, near in nearest.items() if near}
    if not proposed:
        return ""
    public = engine.holds([*proposed.keys(), *proposed.values()], ANONYMOUS)
    right = engine.holds(list(proposed), reader) if reader.is_signed_in else public
    better = {w: near for w, near in proposed.items() if w not in right and near in public}
    if not better:
        return ""
    return WORD.sub(lambda match: better.get(match[0].lower()) or match[0], text)
