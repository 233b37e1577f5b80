"""What the police and DVLA number: crimes, incidents, vehicles."""

import re
from collections.abc import Iterator

from hub.core.personal_details.births import MONTH
from hub.core.personal_details.kinds import DetailKind
from hub.core.personal_details.numbers import compact
from hub.core.personal_details.spans import Span
from hub.core.personal_details.words import ACRONYMS, SHORT_WORDS

NAMED_REFERENCE = re.compile(
    r"\b(?:(?:crime|incident|occurrence|offence|police|custody|investigation|intel(?:ligence)?|log|"
    r"case|storm|niche|athena)"
    r"(?: (?:report|record|reference|ref|number|numbers|num|no|log|id))(?:erence)?"
    r"(?: (?:number|no|num|id))?|CRN|CRIS|CAD|URN|niche|athena|occ(?:urrence)? no|crime)"
    r"\b[ .:#]{0,3}(?:is |was |number |no\.? |ref\.? |=|- ?|given as |\(|#|of |under ){0,3}"
    r"((?:[A-Z]{1,4}[ /-]?)?\d[\dA-Z]{0,12}(?:[/-][\dA-Z]{1,10}){0,3}"
    r"(?: \d{1,7}/\d\d)?)(?![\w])",
    re.IGNORECASE,
)
# "log 123 of 5/11", "CAD 45 of 5th May": a number of a day points at one call.
OF_A_DAY = re.compile(
    r"\b(?:log|CAD|incident|inc)\b[ .:#]{0,3}(?:number |no\.? ?|ref |is |was ){0,2}"
    r"(\d{1,6} (?:of|on) (?:the )?\d{1,2}(?:st|nd|rd|th)?"
    rf"(?:[/.]\d{{1,2}}(?:[/.]\d{{2,4}})?|[ -]?(?:of )?{MONTH}(?:[ -]?\d{{2,4}})?))(?!\w)",
    re.IGNORECASE,
)
BARE_CRIME = re.compile(r"crime\b", re.IGNORECASE)
# 42/123456/26, 3412345/26, BTP/12345/26: nothing else that people write here looks so.
SLASHED = re.compile(
    r"(?<![\w/.])(?:\d{1,2}[A-Z]{0,2}\d?/\d{4,8}/\d\d(?:\d\d)?|[A-Z]{0,3}\d{5,8}/\d\d|"
    r"[A-Z]{2,4}/\d{4,8}/\d\d(?:\d\d)?|[A-Z]{2,4}[/-]?\d{8,12}/\d\d)(?![\w/])"
)
FEWEST_DIGITS = 4
YEAR = re.compile(r"(?:19|20)\d\d")

VEHICLE_WORD = re.compile(
    r"\b(?:reg(?:istration|istered|s)?|plates?|VRM|VRN|index|vehicle|car|van|moped|motorbike|bike|"
    r"taxi|ANPR|drives?|driving|drove|driven|audi|bmw|golf|corsa|fiesta|focus|astra|polo|clio|transit|"
    r"mercedes|merc|vauxhall|ford|toyota|prius|seat|vw|kia|nissan|hatchback|saloon|estate)\b"
    r"[^\n]{0,30}$",
    re.IGNORECASE,
)
CURRENT = re.compile(r"(?<![\w])([A-Z]{2}\d{2})([ -]{0,2})([A-Z]{3})(?![\w])", re.IGNORECASE)
PREFIXED = re.compile(r"(?<![\w])([A-Z]\d{1,3})([ -]{0,2})([A-Z]{3})(?![\w])", re.IGNORECASE)
SUFFIXED = re.compile(r"(?<![\w])([A-Z]{3})([ -]{0,2})(\d{1,3}[A-Z])(?![\w])", re.IGNORECASE)
UNDATED = re.compile(
    r"(?<![\w])(?:([A-Z]{1,3})([ -]{0,2})(\d{1,4})|(\d{1,4})([ -]{0,2})([A-Z]{1,3}))(?![\w])"
)
NORTHERN_IRELAND = re.compile(
    r"(?<![\w])([A-Z]{0,1}(?:[A-Z]I|I[A-Z]|[A-Z]Z))([ -]?)(\d{4})(?![\w])"
)
PLATE_NAMED = re.compile(
    r"\b(?:reg(?:istration)?(?: (?:number|no|mark|plate))?|(?:number )?plate|VRM|VRN|index)\.?"
    r"(?: (?:is|was|of|ending|starting|reads?))?[ :=(-]{0,3}$",
    re.IGNORECASE,
)


def crime_references(text: str) -> Iterator[Span]:
    for match in NAMED_REFERENCE.finditer(text):
        if is_reference(match):
            yield reference(match.start(1), match.end(1), match[1])
    for match in OF_A_DAY.finditer(text):
        yield reference(match.start(1), match.end(1), match[1])
    for match in SLASHED.finditer(text):
        yield reference(match.start(), match.end(), match[0])


def is_reference(match: re.Match[str]) -> bool:
    """Enough digits, and no year: "crime 2024" and "log 3" point at nobody."""
    written = match[1]
    digits = sum(character.isdigit() for character in written)
    if BARE_CRIME.fullmatch(match[0][: match.start(1) - match.start()].strip(" .:#-(=")):
        return digits > FEWEST_DIGITS + 1
    return digits >= FEWEST_DIGITS and not YEAR.fullmatch(written)


def reference(start: int, end: int, written: str) -> Span:
    return Span(DetailKind.CRIME_REFERENCE, start, end, compact(written))


def vehicles(text: str) -> Iterator[Span]:
    for match in CURRENT.finditer(text):
        if is_current_plate(text, match):
            yield vehicle(match)
    for pattern, letters in ((PREFIXED, 3), (SUFFIXED, 1)):
        for match in pattern.finditer(text):
            if is_older_plate(text, match, match[letters]):
                yield vehicle(match)
    for match in NORTHERN_IRELAND.finditer(text):
        if VEHICLE_WORD.search(text, max(0, match.start() - 60), match.start()):
            yield vehicle(match)
    for match in UNDATED.finditer(text):
        if PLATE_NAMED.search(text, max(0, match.start() - 40), match.start()):
            yield vehicle(match)


def vehicle(match: re.Match[str]) -> Span:
    return Span(DetailKind.VEHICLE, match.start(), match.end(), compact(match[0]))


def is_current_plate(text: str, match: re.Match[str]) -> bool:
    """AB12 CDE in any case. "se15 and" is a district and a word, "MG11 CPS" a form and more."""
    first, gap, last = match.groups()
    if first[2:] == "00":
        return False
    if last.lower() in SHORT_WORDS or last.upper() in ACRONYMS:
        return bool(PLATE_NAMED.search(text, max(0, match.start() - 40), match.start()))
    if last.islower() and first.isupper() and gap:
        return near_vehicle(text, match)
    return True


def is_older_plate(text: str, match: re.Match[str], letters: str) -> bool:
    """A123 BCD and ABC 123D. Roads, grades and forms look alike, so lower case needs a vehicle."""
    if letters.lower() in SHORT_WORDS or letters.upper() in ACRONYMS:
        return bool(PLATE_NAMED.search(text, max(0, match.start() - 40), match.start()))
    digits = sum(character.isdigit() for character in match[0])
    if match[0].isupper() and digits > 1 and match[1].upper() not in ACRONYMS:
        return True
    return near_vehicle(text, match)


def near_vehicle(text: str, match: re.Match[str]) -> bool:
    return bool(VEHICLE_WORD.search(text, max(0, match.start() - 60), match.start()))
