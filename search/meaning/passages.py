"""What of an entry a model reads: its title with one stretch of its text after another."""

from collections.abc import Sequence

from search.models import EntryText

# Words of text in a passage: with a title, what sentence models read at once (256 tokens).
WORDS = 120
# Words that one passage shares with the next, so that no thought is cut in two only.
SHARED = 20
# A longer text counts by its first 5,000 words, so that a book takes seconds, not minutes.
MOST_PASSAGES = 50


def passages(text: EntryText) -> list[str]:
    """At least one. Every passage has the title: a stretch alone seldom says what it is about."""
    words = " ".join((text.summary, text.body)).split()
    starts = range(0, max(len(words) - SHARED, 1), WORDS - SHARED)
    return [titled(text, words[start : start + WORDS]) for start in starts[:MOST_PASSAGES]]


def titled(text: EntryText, words: Sequence[str]) -> str:
    called = ", ".join((text.title, *text.other_names.splitlines()))
    return f"{called}\n{' '.join(words)}".strip()
