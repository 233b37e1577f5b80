"""Vehicle registrations, old and new."""

import re
from collections.abc import Iterator

from hub.core.personal_details.kinds import DetailKind
from hub.core.personal_details.numbers import compact
from hub.core.personal_details.spans import Span
from hub.core.personal_details.words import ACRONYMS, SHORT_WORDS

VEHICLE_WORD = re.compile(
    r"\b(?:reg(?:istration|istered|s)?|plates?|VRM|VRN|index|vehicle|car|van|moped|motorbike|bike|"
    r"taxi|ANPR|drives?|driving|drove|driven|audi|bmw|golf|corsa|fiesta|focus|astra|polo|clio|"
    r"transit|"
    r"mercedes|merc|vauxhall|ford|toyota|prius|seat|vw|kia|nissan|hatchback|saloon|estate|minibus|"
    r"lorry|"
    r"truck|pickup|scooter|motorcycle|quad|cab|minicab|uber|skoda|octavia|honda|civic|yaris|"
    r"range rover|"
    r"land rover|fiat|peugeot|renault|megane|citroen|passat|insignia|zafira|qashqai|juke|tesla|"
    r"jaguar|"
    r"volvo|mazda|hyundai|suzuki|dacia|sprinter|vivaro|DVLA|logbook|V5C?|MOT)\b"
    r"[^\n]{0,60}$",
    re.IGNORECASE,
)
CURRENT = re.compile(r"(?<![\w])([A-Z]{2}\d{2})([ -]{0,2})([A-Z]{3})(?![\w])", re.IGNORECASE)
SPACED = re.compile(r"(?<![\w])([A-Z]{2}) (\d{2}) ([A-Z]{3})(?![\w])", re.IGNORECASE)
MOST_DIGITS = 3  # of an older plate
PREFIXED = re.compile(r"(?<![\w])([A-Z]\d{1,3})([ -]{0,2})([A-Z]{3})(?![\w])", re.IGNORECASE)
PREFIX_SPACED = re.compile(r"(?<![\w])([A-HJ-NP-TV-Y]) (\d{1,3}) ([A-Z]{3})(?![\w])")
SUFFIX_SPACED = re.compile(r"(?<![\w])([A-Z]{3}) (\d{1,3}) ([A-Z])(?![\w])")
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


def vehicles(text: str) -> Iterator[Span]:
    for match in CURRENT.finditer(text):
        if is_current_plate(text, match):
            yield vehicle(match)
    for pattern, letters, is_plate in OLDER:
        for match in pattern.finditer(text):
            if is_plate(text, match, match[letters]):
                yield vehicle(match)
    for pattern, is_named in ((NORTHERN_IRELAND, near_vehicle), (UNDATED, called_plate)):
        for match in pattern.finditer(text):
            if is_named(text, match):
                yield vehicle(match)


def vehicle(match: re.Match[str]) -> Span:
    return Span(DetailKind.VEHICLE, match.start(), match.end(), compact(match[0]))


def is_current_plate(text: str, match: re.Match[str]) -> bool:
    """AB12 CDE in any case. "se15 and" is a district and a word, "MG11 CPS" a form and more."""
    first, gap, last = match.groups()
    if first[2:] == "00":
        return False
    if last.lower() in SHORT_WORDS or last.upper() in ACRONYMS:
        return called_plate(text, match)
    if last.islower() and first.isupper() and gap:
        return near_vehicle(text, match)
    return True


def is_older_plate(text: str, match: re.Match[str], letters: str) -> bool:
    """A123 BCD and ABC 123D. Roads, grades and forms look alike, so lower case needs a vehicle."""
    if letters.lower() in SHORT_WORDS or letters.upper() in ACRONYMS:
        return called_plate(text, match)
    digits = sum(character.isdigit() for character in match[0])
    together = match[0].isalnum() and digits == MOST_DIGITS
    if (match[0].isupper() or together) and digits > 1 and match[1].upper() not in ACRONYMS:
        return True
    return near_vehicle(text, match)


def is_spaced_plate(text: str, match: re.Match[str], letters: str) -> bool:
    """A 914 BCD: three digits are enough. "A 24 HOUR" is none, "A 14 BCD" one beside a vehicle."""
    if letters.lower() in SHORT_WORDS or letters.upper() in ACRONYMS:
        return called_plate(text, match)
    return len(match[2]) == MOST_DIGITS or near_vehicle(text, match)


def near_vehicle(text: str, match: re.Match[str]) -> bool:
    """Whether a vehicle is spoken of just before."""
    return bool(VEHICLE_WORD.search(text, max(0, match.start() - 80), match.start()))


def called_plate(text: str, match: re.Match[str]) -> bool:
    """Whether the words straight before it say that a plate follows."""
    return bool(PLATE_NAMED.search(text, max(0, match.start() - 40), match.start()))


OLDER = (
    (SPACED, 3, is_older_plate),
    (PREFIXED, 3, is_older_plate),
    (SUFFIXED, 1, is_older_plate),
    (PREFIX_SPACED, 3, is_spaced_plate),
    (SUFFIX_SPACED, 1, is_spaced_plate),
)
