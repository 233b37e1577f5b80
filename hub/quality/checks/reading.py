"""How old a reader must be for a page, part by part, and sentences that are too long."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import ceil

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hub.core.reading_age import WORD, reading_age
from hub.quality.enums import FindingKind
from hub.quality.finding import Finding, Place, short
from hub.quality.passages import Passage, Role

# Professionals read this, in a hurry: more than at GOV.UK's 9, as for a course of practitioners.
OLDEST_READER = 16
MOST_WORDS = 30
SENTENCE = re.compile(r"(?<=[.!?])[\"”’')]*\s+(?=[\"“‘'(]*[A-Z0-9])|\n")


@dataclass(slots=True)
class Part:
    """The texts from one heading to the next."""

    place: Place
    name: str = ""
    lines: list[str] = field(default_factory=list)

    @property
    def age(self) -> float:
        return reading_age(" ".join(map(ended, self.lines))) or 0


def hard_parts(texts: Iterable[Passage]) -> Iterator[Finding]:
    """Parts that are hard; else the page, where it is hard as a whole."""
    parts = list(parts_of(texts))
    hard = [part for part in parts if part.age > OLDEST_READER]
    for part in hard:
        yield hard_finding(part.place, part.name, part.age)
    if parts and not hard:
        longest = max(parts, key=lambda part: sum(map(len, part.lines)))
        whole = Part(longest.place, lines=[line for part in parts for line in part.lines])
        if whole.age > OLDEST_READER:
            yield hard_finding(whole.place, "", whole.age)


def hard_finding(place: Place, name: str, age: float) -> Finding:
    said = _("It reads like a text for people of %(age)d or older; at most %(most)d is fair.")
    if name:
        said = _(
            "The part “%(name)s” reads like a text for people of %(age)d or older; at most "
            "%(most)d is fair."
        )
    values = {"name": short(name), "age": ceil(age), "most": OLDEST_READER}
    return Finding(FindingKind.READING, place, said % values)


def parts_of(texts: Iterable[Passage]) -> Iterator[Part]:
    part: Part | None = None
    for passage in texts:
        new = part is None or passage.place.field != part.place.field
        if new or passage.role is Role.HEADING:
            if part is not None:
                yield part
            part = Part(passage.place, passage.text if passage.role is Role.HEADING else "")
        if part is not None and passage.role in (Role.PROSE, Role.SHORT):
            part.lines.extend(passage.lines)
    if part is not None:
        yield part


def ended(line: str) -> str:
    """A point of a list counts as a sentence."""
    return line if line.endswith((".", "!", "?", ":")) else f"{line}."


def long_sentences(texts: Iterable[Passage]) -> Iterator[Finding]:
    """One finding for each text that has any."""
    for passage in texts:
        if passage.role is not Role.PROSE:
            continue
        long = [s for s in SENTENCE.split(passage.text) if len(WORD.findall(s)) > MOST_WORDS]
        if long:
            said = ngettext(
                "A sentence has more than %(most)d words: “%(first)s”",
                "%(n)d sentences have more than %(most)d words. The first: “%(first)s”",
                len(long),
            )
            values = {"n": len(long), "most": MOST_WORDS, "first": short(long[0])}
            yield Finding(FindingKind.SENTENCES, passage.place, said % values)
