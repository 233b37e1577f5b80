"""The words of public entries, by which a slip is told from a word."""

import re
import threading
import time
from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.signals import request_started
from django.db import DEFAULT_DB_ALIAS, connections
from symspellpy import SymSpell, Verbosity

from hub.access.readers import ANONYMOUS
from search.models import Entry

SHORTEST = 4
# Words shorter than this are taken for one another only by one slip.
TWO_SLIPS_FROM = 6
LONGEST_AGE = 600.0
# The commonest: some 60 MB in each process.
MOST_WORDS = 40_000
LETTERS = re.compile(r"[^\W\d_]+")
FIELDS = ("text__title", "text__aliases", "text__summary", "text__body")


class Speller:
    """Read again after ten minutes: 0.5 s for 10,000 words, in a thread of its own.

    Until they are read for the first time nothing is taken for a slip.
    """

    def __init__(self, using: str = DEFAULT_DB_ALIAS, *, in_background: bool | None = None) -> None:
        self.using = using
        self.in_background = in_background
        self.reading = threading.Lock()
        self.forget()

    def forget(self) -> None:
        self.words = empty()
        self.read_at: float | None = None

    def dictionary(self) -> SymSpell:
        if self.read_at is None or time.monotonic() - self.read_at > LONGEST_AGE:
            self.refresh()
        return self.words

    def refresh(self) -> None:
        """Starts reading, unless that goes on already; the words so far serve meanwhile."""
        background = self.in_background
        if background is None:
            background = settings.SEARCH_SPELLING_IN_BACKGROUND
        if not self.reading.acquire(blocking=False):
            return
        if background:
            threading.Thread(target=self.read, args=(True,), daemon=True).start()
        else:
            self.read()

    def read(self, own_connection: bool = False) -> None:
        """Holds the lock that `refresh` took. A failure is tried again with the next search."""
        try:
            self.words = words_of_public_entries(self.using)
            self.read_at = time.monotonic()
        finally:
            self.reading.release()
            if own_connection:
                connections[self.using].close()

    def suspects(self, words: Sequence[str]) -> list[str]:
        """Words of some length that no public entry holds; none before the first reading."""
        known = self.dictionary().words
        unknown = [w for w in words if len(w) >= SHORTEST and LETTERS.fullmatch(w)]
        return list(dict.fromkeys(w for w in unknown if w not in known)) if known else []

    def nearest(self, word: str) -> tuple[str, ...]:
        """The known words with the fewest slips between, the commonest first."""
        slips = 1 if len(word) < TWO_SLIPS_FROM else 2
        found = self.dictionary().lookup(word, Verbosity.CLOSEST, max_edit_distance=slips)
        return tuple(item.term for item in found)


def empty() -> SymSpell:
    return SymSpell(max_dictionary_edit_distance=2, prefix_length=7)


def words_of_public_entries(using: str) -> SymSpell:
    counts: Counter[str] = Counter()
    entries = Entry.objects.using(using).readable_by(ANONYMOUS)
    for texts in entries.values_list(*FIELDS).iterator(chunk_size=500):
        for text in texts:
            counts.update(w for w in LETTERS.findall(text.lower()) if len(w) >= SHORTEST)
    words = empty()
    for word, number in counts.most_common(MOST_WORDS):
        words.create_dictionary_entry(word, number)
    return words


speller = Speller()


def read_at_first_request() -> None:
    """Lets a process that serves pages read the words before anybody searches there."""
    request_started.connect(read_ahead, dispatch_uid="search.words")


def read_ahead(**_signal: Any) -> None:
    request_started.disconnect(dispatch_uid="search.words")
    speller.dictionary()
