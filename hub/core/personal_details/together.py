"""Age, place and date: each says little, together they find somebody."""

import re
from collections.abc import Iterator

from hub.core.personal_details.ages import EXPLICIT, NUMBER, PERSONS
from hub.core.personal_details.births import FULL_DATE
from hub.core.personal_details.kinds import DetailKind
from hub.core.personal_details.spans import Span
from hub.core.personal_details.words import FIRST_NAMES, NOT_PERSONS

AGE = re.compile(
    rf"{EXPLICIT}|"
    rf"\b(?:[Ss]he|[Hh]e)(?:'s| is| was) (?:only |just )?{NUMBER}\b(?=[,.;)]| and\b| but\b)|"
    rf"\b{PERSONS} ?(?:\({NUMBER}\)|of {NUMBER}\b)"
)
SMALL_PLACE = re.compile(
    r"\b(?:[A-Z][\w'-]{1,20} ){1,3}(?:Road|Street|Avenue|Close|Lane|Drive|Crescent|Terrace|Grove|"
    r"Gardens|Park|Estate|School|Academy|College|Primary|High|Station|Square|Green|House|Court|Way|"
    r"Mews|Row|Hill|Walk|Centre|Market|Precinct|Leisure Centre|Common|Bridge|McDonald's)\b"
)
TOWN = re.compile(
    r"\b(?:in|at|near|from|outside|behind|around|off|to) (?:the )?(?P<name>[A-Z][\w'-]{2,20})"
    r"(?! (?:Act|Bill|Council|Court|Police|Partnership|Order|Board|Regulations))"
)
RECENT_DAY = re.compile(
    r"\b(?:(?:last|on|this) (?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:night|morning|evening|"
    r"afternoon|just gone))|last (?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday)\b",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"[^.!?\n]{1,400}(?:[.!?\n]|$)")
WITH_DAY = re.compile(r"\d ?(?:st|nd|rd|th)?[ ./,-]", re.IGNORECASE)


def age_place_date(text: str) -> Iterator[Span]:
    """Within one sentence, or within two where the place is no larger than a street or a school."""
    if not AGE.search(text):
        return
    before: re.Match[str] | None = None
    for sentence in SENTENCE.finditer(text):
        if before and joined(text, before.start(), sentence.end(), towns=False):
            yield together(text, before.start(), sentence.end())
            before = None
        elif joined(text, sentence.start(), sentence.end(), towns=True):
            yield together(text, sentence.start(), sentence.end())
            before = None
        else:
            before = sentence


def together(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    value = " ".join(part.split()).casefold()
    return Span(DetailKind.AGE_PLACE_DATE, start, start + len(part.strip()), value)


def joined(text: str, start: int, end: int, *, towns: bool) -> bool:
    return (
        AGE.search(text, start, end) is not None
        and is_dated(text, start, end)
        and is_placed(text, start, end, towns=towns)
    )


def is_dated(text: str, start: int, end: int) -> bool:
    return bool(FULL_DATE.search(text, start, end) or RECENT_DAY.search(text, start, end))


def is_placed(text: str, start: int, end: int, *, towns: bool) -> bool:
    if SMALL_PLACE.search(text, start, end):
        return True
    names = (match["name"].lower() for match in TOWN.finditer(text, start, end)) if towns else ()
    return any(name not in NOT_PERSONS and name not in FIRST_NAMES for name in names)
