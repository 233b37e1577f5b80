"""Abbreviations that nothing explains, and jargon for which there are plain words."""

import re
from collections.abc import Iterable, Iterator, Sequence

from django.utils.translation import gettext as _

from hub.quality.enums import FindingKind
from hub.quality.finding import Finding
from hub.quality.jargon import PLAIN
from hub.quality.letters import explained_in, letters_in
from hub.quality.passages import Passage, Role
from hub.quality.surroundings import Library

JARGON = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, PLAIN))})(?![\w-])", re.I)


def terms(texts: Sequence[Passage], known: Library) -> Iterator[Finding]:
    """Each once a page, at its first place. What the glossary knows readers can press on."""
    own = [passage for passage in texts if passage.role is not Role.QUOTE]
    yield from letters(own, known.letters | explained_in("\n".join(p.text for p in own)))
    yield from jargon(own)


def letters(texts: Iterable[Passage], explained: frozenset[str]) -> Iterator[Finding]:
    said: set[str] = set()
    for passage in texts:
        for word in letters_in(passage.text):
            if word not in explained and word not in said:
                said.add(word)
                text = _("Neither the page nor the glossary says what %(word)s means.")
                yield Finding(FindingKind.TERMS, passage.place, text % {"word": word})


def jargon(texts: Iterable[Passage]) -> Iterator[Finding]:
    said: set[str] = set()
    for passage in texts:
        for word in JARGON.findall(passage.text):
            if word.casefold() not in said:
                said.add(word.casefold())
                text = _("“%(word)s” is jargon. Plainer: %(plain)s.")
                values = {"word": word, "plain": PLAIN[word.casefold()]}
                yield Finding(FindingKind.TERMS, passage.place, text % values)
