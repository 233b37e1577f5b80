"""Streets with a house number, as they are called in England, Wales, Scotland and Ireland."""

import re
from collections.abc import Iterable, Iterator

from hub.core.personal_details.kinds import DetailKind
from hub.core.personal_details.spans import Span
from hub.core.personal_details.words import (
    BEFORE_SMALL_STREETS,
    BUILDING_WORDS,
    CELTIC_STREET_WORDS,
    NOT_STREETS,
    STREET_WORDS,
)


def any_of(words: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(words, key=lambda word: (-len(word), word))) + ")"


NAME = r"(?:[A-ZÀ-Þ][\w.'-]{1,20}[ \n]){1,3}"
STREET = rf"{NAME}{any_of(STREET_WORDS | BUILDING_WORDS)}\b"
# "Heol y Bryn", "Ffordd Pen-y-Bont", "Rue de la Croix": the kind of street stands first.
KIND_FIRST = (
    rf"{any_of(CELTIC_STREET_WORDS)}(?:'r)?(?:[ -](?:y|yr|yn|ar|o|a'r|na|nan|nam|an|de|des|du|la|"
    rf"le)\b){{0,2}}"
    r"[ -](?:[A-ZÀ-ÞŴŶ][\w'-]{1,20})(?:[ -](?:(?:y|yr|ar)[ -])?[A-ZÀ-ÞŴŶ][\w'-]{1,20})?"
)
NUMBER = r"\d{1,4}[a-zA-Z]?(?: ?[-/&] ?\d{1,4}[a-zA-Z]?)?"
HOME = r"(?:[Ff]lat|[Aa]partment|[Aa]pt\.?|[Ss]tudio|[Pp]lot|[Nn]umber|[Nn]o\.?|[Hh]ouse)"
NUMBERED = re.compile(
    rf"(?<![\w£$€.,:/-])(?:{HOME} ?\d{{1,4}}[a-zA-Z]?,? )?(?:{HOME} ?)?(?P<number>{NUMBER}),?[ \n]"
    rf"(?P<street>{STREET}|{KIND_FIRST})"
)
IN_A_BUILDING = re.compile(
    rf"\b(?:{HOME}) ?(?P<number>{NUMBER}),? (?:(?:at|in|on|of) )?(?P<street>{STREET}|{KIND_FIRST})"
)
NUMBER_BEHIND = re.compile(
    rf"\b(?P<street>{STREET})(?:,? (?:no\.?|number)|,)[ \n]{{0,2}}"
    r"(?P<number>\d{1,4}[a-zA-Z]?)\b(?!\w|[:%.]\d)"
)
# "9 Kirkgate": one word, so that what stands before has to say that somebody is there.
ONE_WORD = re.compile(
    r"\b(?:[Aa]t|[Oo]utside|[Ll]iv(?:es|ing|ed) (?:at|in)|[Aa]ddress(?: is|:)?)"
    r" (?P<whole>(?:no\.? |number )?(?P<number>\d{1,3}[a-z]?),? "
    r"(?P<street>[A-Z][a-z]{2,12}(?:gate|side|way|bank|croft|mead|fields?|garth|brae|more|wynd)\b))"
)
# "at 14 station road" in a hurry: with one of the plain kinds, and nothing counted behind it.
IN_SMALL_LETTERS = re.compile(
    r"(?<![\w£.,:/-])(?P<whole>(?P<number>\d{1,3}[a-z]?),? (?P<street>(?:[a-z][a-z'-]{2,15} ){1,2}"
    r"(?:road|rd|street|avenue|ave|lane|crescent|terrace|grove|gardens|close)))"
    r"(?=[,.;:)!?\n\"]|$| (?:and|but|with|since|is|was|in|on|by|who|where|has|he|she|they|so)\b)"
)
COUNTED = re.compile(
    r"\b(?:years?|sections?|pages?|part|chapter|schedule|items?|level|tier|stage|step|round|phase|"
    r"ward|class|"
    r"grade|version|bus|route|junction|appendix|figure|table|question|regulation|paragraph|point|"
    r"over|under|about|nearly|all|another|only|than)\.? $",
    re.IGNORECASE,
)
# "3 Mill Lane Primary pupils", "2 Crown Court hearings": the name of a body, and people counted.
BODY_BEHIND = re.compile(
    r" (?:School|Academy|College|Primary|Secondary|High|Juniors?|Infants?|Police|Station|Centre|"
    r"Hospital|"
    r"Surgery|Council|Partnership|Board|Team|Group|Project|Trust|Hub|Ward|pupils|students|"
    r"residents|"
    r"children|staff|hearings?|cases|officers|tenants|families|people|households|houses|homes|"
    r"flats)\b"
)
YEAR = re.compile(r"(?:19|20)\d\d")
WORDS = re.compile(r"[\w'-]+")
LABELS = frozenset({"no", "number"})


def addresses(text: str) -> Iterator[Span]:
    for pattern in (NUMBERED, IN_A_BUILDING, NUMBER_BEHIND):
        for match in pattern.finditer(text):
            if is_address(text, match):
                yield address(match.start(), match.end(), match[0])
    for match in ONE_WORD.finditer(text):
        if not BODY_BEHIND.match(text, match.end()):
            yield address(match.start("whole"), match.end(), match["whole"])
    for match in IN_SMALL_LETTERS.finditer(text):
        if is_address(text, match) and not BEFORE_SMALL_STREETS & set(match["street"].split()):
            yield address(match.start(), match.end(), match[0])


def is_address(text: str, match: re.Match[str]) -> bool:
    """No year, count or body: "2 Crown Court hearings". "Girl, 14, Ash Park" has an age."""
    first = match["street"].split()[0].casefold()
    if YEAR.fullmatch(match["number"]) or first in NOT_STREETS:
        return False
    if COUNTED.search(text, max(0, match.start() - 14), match.start()):
        return False
    number_first = match.start("number") < match.start("street")
    listed = text.endswith(", ", 0, match.start()) and text.startswith(",", match.end("number"))
    return not (number_first and listed) and not BODY_BEHIND.match(text, match.end())


def address(start: int, end: int, written: str) -> Span:
    """The value has the street first, in whichever order they stand: "station road 14"."""
    words = [word for word in WORDS.findall(written.casefold()) if word not in LABELS]
    words.sort(key=lambda word: word[0].isdigit())
    return Span(DetailKind.ADDRESS, start, end, " ".join(words))
