"""Vehicle registrations, old and new."""

import re
from collections.abc import Iterator

from hub.core.personal_details.kinds import DetailKind
from hub.core.personal_details.numbers import SPACED_WORDS, compact
from hub.core.personal_details.spans import Span
from hub.core.personal_details.words import (
    ACRONYMS,
    MAYBE_VEHICLE_WORDS,
    SHORT_WORDS,
    VEHICLE_WORDS,
)

TELLING = "(?:" + "|".join(sorted(VEHICLE_WORDS)) + ")s?"
WORDS = "(?:" + "|".join(sorted(VEHICLE_WORDS | MAYBE_VEHICLE_WORDS)) + ")s?"
VEHICLE_BEFORE = re.compile(
    rf"\b(?:{WORDS}|MOT|VRM|VRN|DVLA|ANPR|V5C?|(?:range|land) rover)\b[^\n]{{0,60}}$", re.IGNORECASE
)
# "focus", "estate" and "drive" are of other things too.
TELLING_BEFORE = re.compile(rf"\b{TELLING}\b[^\n]{{0,60}}$", re.IGNORECASE)
VEHICLE_BEHIND = re.compile(rf"[^\n.;?!]{{0,40}}?\b{WORDS}\b", re.IGNORECASE)
CURRENT = re.compile(r"(?<![\w])([A-Z]{2}\d{2})([ .-]{0,2})([A-Z]{3})(?![\w])", re.IGNORECASE)
SPACED = re.compile(r"(?<![\w])([A-Z]{2}) (\d{2}) ([A-Z]{3})(?![\w])", re.IGNORECASE)
MOST_DIGITS = 3  # of an older plate
PREFIXED = re.compile(r"(?<![\w])([A-Z]\d{1,3})([ -]{0,2})([A-Z]{3})(?![\w])", re.IGNORECASE)
PREFIX_SPACED = re.compile(
    r"(?<![\w])([A-HJ-NP-TV-Y]) (\d{1,3}) ?([A-Z]{3})(?![\w])", re.IGNORECASE
)
SUFFIX_SPACED = re.compile(r"(?<![\w])([A-Z]{3}) ?(\d{1,3}) ([A-Z])(?![\w])", re.IGNORECASE)
SUFFIXED = re.compile(r"(?<![\w])([A-Z]{3})([ -]{0,2})(\d{1,3}[A-Z])(?![\w])", re.IGNORECASE)
UNDATED = re.compile(
    r"(?<![\w])(?:([A-Z]{1,3})([ -]{0,2})(\d{1,4})|(\d{1,4})([ -]{0,2})([A-Z]{1,3}))(?![\w])"
)
# WIG 1234, and AB 1234 of Jersey's and Guernsey's kind only behind "reg".
NORTHERN_IRELAND = re.compile(
    r"(?<![\w])([A-Z]{0,1}(?:[A-Z]I|I[A-Z]|[A-Z]Z))([ -]?)(\d{3,4})(?![\w])", re.IGNORECASE
)
THREE_AND_THREE = re.compile(r"(?<![\w£.])(?:([A-Z]{3}) ?(\d{1,3})|(\d{2,4}) ?([A-Z]{3}))(?![\w])")
YEAR = re.compile(r"(?:19|20)\d\d")
SPOKEN = frozenset({"i", "in", "it", "is", "if", "ii", "oz", "hi", "ai"})
UNITS = frozenset({"MPH", "KPH", "GBP", "EUR", "MIN", "HRS", "MON", "TUE", "WED", "THU", "FRI"})
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
    for pattern, is_named in UNDATED_SERIES:
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
    if SPACED_WORDS.fullmatch(match[1].lower()) and not match[1].isupper():
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
    return (len(match[2]) == MOST_DIGITS and match[0].isupper()) or near_vehicle(text, match)


def near_vehicle(text: str, match: re.Match[str]) -> bool:
    """Whether a vehicle is spoken of just before, or straight behind in the same sentence."""
    before = VEHICLE_BEFORE.search(text, max(0, match.start() - 80), match.start())
    return bool(before or VEHICLE_BEHIND.match(text, match.end(), match.end() + 60))


def is_undated_plate(text: str, match: re.Match[str]) -> bool:
    """Whether a vehicle goes with "ABC 123". "YRO 12" and "300 YPS" are no plates anywhere."""
    letters = (match[1] or match[4]).upper()
    if letters in ACRONYMS or letters.lower() in SHORT_WORDS or letters in UNITS:
        return called_plate(text, match)
    if TELLING_BEFORE.search(text, max(0, match.start() - 60), match.start()):
        return True
    apposed = text.endswith(", ", 0, match.start()) and text.startswith(",", match.end())
    return apposed and near_vehicle(text, match)


def is_irish_plate(text: str, match: re.Match[str]) -> bool:
    """In capitals all of it, or beside a vehicle; "IT 2024" and "in 2024" are none."""
    letters = match[1]
    spoken = letters.lower() in SPOKEN or letters.lower() in SHORT_WORDS
    if spoken or letters.upper() in ACRONYMS or YEAR.fullmatch(match[3]):
        return called_plate(text, match)
    return near_vehicle(text, match)


def called_plate(text: str, match: re.Match[str]) -> bool:
    """Whether the words straight before it say that a plate follows."""
    return bool(PLATE_NAMED.search(text, max(0, match.start() - 40), match.start()))


UNDATED_SERIES = (
    (NORTHERN_IRELAND, is_irish_plate),
    (THREE_AND_THREE, is_undated_plate),
    (UNDATED, called_plate),
)
OLDER = (
    (SPACED, 3, is_older_plate),
    (PREFIXED, 3, is_older_plate),
    (SUFFIXED, 1, is_older_plate),
    (PREFIX_SPACED, 3, is_spaced_plate),
    (SUFFIX_SPACED, 1, is_spaced_plate),
)
