"""National Insurance and NHS numbers."""

import re
from collections.abc import Iterator

from hub.core.personal_details.kinds import DetailKind
from hub.core.personal_details.spans import Span
from hub.core.personal_details.words import ACRONYMS

# Two letters, three pairs of digits, a letter. Prefixes that were never issued count too: people
# mistype, and a text that shows an invented one shows the place where a real one goes.
NATIONAL_INSURANCE = re.compile(
    r"(?<![A-Za-z0-9])([A-Za-z][ ./-]?[A-Za-z])([ ./-]{0,2})"
    r"(\d(?:[ ./-]{0,2}\d){5})[ ./-]{0,2}([A-DFMPa-dfmp])(?![A-Za-z0-9])"
)
WITHOUT_SUFFIX = re.compile(
    r"\b(?:NINO|NI|N\.I|nat(?:ional|\.)? ins(?:urance)?|insurance (?:number|no))\b[^\n\d]{0,40}?"
    r"(?<![A-Za-z])([A-Za-z]{2}[ .-]?\d(?:[ .-]?\d){5})(?!\d)",
    re.IGNORECASE,
)
# The suffix may be left out where it isn't known; in pairs the rest looks like nothing else.
IN_PAIRS = re.compile(r"(?<!\d )(?<![A-Za-z0-9])([A-Z]{2} \d\d \d\d \d\d)(?! ?\d|\w)")
# "on 12 34 56 a day": words that look like the two letters when everything is spaced.
SPACED_WORDS = re.compile(r"(?:a[mnst]|b[ey]|do|go|h[ei]|i[fnst]|m[ey]|no|o[fnr]|so|to|u[ps]|we)")
TEN_DIGITS = re.compile(
    r"(?<![A-Za-z0-9+/])(?<!\d[ .,-])\d(?:[ ./_-]{0,2}\d){9}(?![\w/])(?![ .-]?\d)"
)
USUAL_GROUPS = re.compile(r"\d{10}|\d{3}[ .-]{1,2}\d{3}[ .-]{1,2}\d{4}")
HEALTH_WORD = re.compile(
    r"\b(?:NHS|CHI|H&C|health|patient|hospital)(?:\b|_)[^\n.]{0,30}$", re.IGNORECASE
)
HEALTH_WORD_BEHIND = re.compile(r".{0,12}\b(?:NHS|CHI|H&C)\b", re.IGNORECASE)
BOOK_WORD = re.compile(r"\bISBN(?:-10)?\b[:\s]{0,3}$", re.IGNORECASE)
WEIGHTS = range(10, 1, -1)
MODULUS = 11
LAST_DAY, LAST_MONTH = 31, 12


def national_insurance(text: str) -> Iterator[Span]:
    for match in NATIONAL_INSURANCE.finditer(text):
        letters, gap, digits, suffix = match.groups()
        spaced_words = SPACED_WORDS.fullmatch(letters.lower()) and not letters.isupper() and gap
        if not spaced_words:
            value = compact(letters + digits + suffix)
            yield Span(DetailKind.NATIONAL_INSURANCE, match.start(), match.end(), value)
    for pattern in (WITHOUT_SUFFIX, IN_PAIRS):
        for match in pattern.finditer(text):
            if pattern is WITHOUT_SUFFIX or not is_dated(match[1]):
                value = compact(match[1])
                yield Span(DetailKind.NATIONAL_INSURANCE, match.start(1), match.end(1), value)


def is_dated(written: str) -> bool:
    """Whether it says a day: "WC 12 11 26" is the week that begins on a day."""
    letters, day, month, _year = written.split()
    return letters in ACRONYMS or (int(day) <= LAST_DAY and int(month) <= LAST_MONTH)


def nhs_numbers(text: str) -> Iterator[Span]:
    """Ten digits whose last one checks. The same sum is that of an ISBN, which says its name."""
    for match in TEN_DIGITS.finditer(text):
        digits = compact(match[0])
        before = text[max(0, match.start() - 45) : match.start()]
        usual = (
            USUAL_GROUPS.fullmatch(match[0])
            or HEALTH_WORD.search(before)
            or HEALTH_WORD_BEHIND.match(text, match.end())
        )
        if usual and is_nhs_number(digits) and not BOOK_WORD.search(before):
            yield Span(DetailKind.NHS_NUMBER, match.start(), match.end(), digits)


def is_nhs_number(digits: str) -> bool:
    """Modulus 11 over the first nine digits; 10 is no check digit and 11 is written as 0.

    Source: NHS data dictionary, NHS number. Ten equal digits would pass and are nobody's.
    """
    weighted = zip(WEIGHTS, digits[:-1], strict=True)
    check = MODULUS - sum(weight * int(digit) for weight, digit in weighted) % MODULUS
    return check % MODULUS == int(digits[-1]) and check != MODULUS - 1 and len(set(digits)) > 1


def compact(text: str) -> str:
    """Letters and digits alone, letters as capitals."""
    return "".join(character for character in text if character.isalnum()).upper()
