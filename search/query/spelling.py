"""Spelling of a query, from the words of public entries only, the glossary's among them.

A correction is checked against what everyone may see at the moment it is made, so that a word of
something that was closed since the list was made is not offered.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hub.access.readers import ANONYMOUS, Reader
from search.engines.base import Engine, Term
from search.query.parsing import WORD, Parsed
from search.query.words import Speller, speller

MOST_SUSPECTS = 8
# How many words, all as near, stand in for one that nothing holds.
MOST_NEAREST = 2


@dataclass(frozen=True, slots=True)
class Spelling:
    """For each word that nothing this reader may see holds, known words near it, likeliest first.

    `nothing_else` says that no other word of the search is held either.
    """

    nearest: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    nothing_else: bool = False

    @property
    def terms(self) -> tuple[Term, ...]:
        return tuple((word,) for words in self.nearest.values() for word in words)

    def corrected(self, text: str) -> str:
        """The text with the likeliest of the near words; nothing where there is none."""
        if not self.nearest:
            return ""
        best = {typed: words[0] for typed, words in self.nearest.items()}
        return WORD.sub(lambda match: best.get(match[0].lower()) or match[0], text)


AS_TYPED = Spelling()


def spelling(
    parsed: Parsed, engine: Engine, reader: Reader, *, words: Speller = speller
) -> Spelling:
    """No query where the list has every word; else one or two short ones."""
    suspects = words.suspects(parsed.words)[:MOST_SUSPECTS]
    proposed = {word: near for word in suspects if (near := words.nearest(word))}
    if not proposed:
        return AS_TYPED
    typed = list(dict.fromkeys(parsed.words))
    offered = {near for words_near in proposed.values() for near in words_near}
    public = engine.holds([*typed, *sorted(offered - set(typed))], ANONYMOUS)
    held = engine.holds(typed, reader) if reader.is_signed_in else public
    nearest = {
        word: tuple(w for w in near if w in public)[:MOST_NEAREST]
        for word, near in proposed.items()
        if word not in held
    }
    nearest = {word: near for word, near in nearest.items() if near}
    cites = any(term[0] == "section" for term in parsed.terms)
    alone = bool(nearest) and not cites and held.isdisjoint(typed)
    return Spelling(nearest, nothing_else=alone)
