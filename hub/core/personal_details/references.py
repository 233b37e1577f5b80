"""Numbers that the police give to crimes, incidents and reports."""

import re
from collections.abc import Iterator
from itertools import chain

from hub.core.personal_details.dates import MONTH
from hub.core.personal_details.force_numbers import unnamed_numbers
from hub.core.personal_details.kinds import DetailKind
from hub.core.personal_details.numbers import compact
from hub.core.personal_details.spans import Span

NAMED_REFERENCE = re.compile(
    r"\b(?:(?:crime|incident|occurrence|offence|police|custody|investigation|intel(?:ligence)?|"
    r"log|report|"
    r"case|storm|niche|athena|merlin|pac|vpd|crimint|cid ?16|psni|echo|pnc|pnd|misper|"
    r"missing person)"
    r"(?: (?:report|record|reference|ref|number|numbers|num|no|log|id))(?:erence)?"
    r"(?: (?:number|no|num|id))?|CRN|CRIS|CAD|URN|niche|athena|"
    r"merlin|vpd|crimint|storm|occ(?:urrence)? no|crime)"
    r"(?![A-Za-z])[ .:#/]{0,3}"
    r"(?:is |was |number |no\.? |ref\.? |=|- ?|given as |\(|#|of |under ){0,3}"
    r"((?:[A-Z]{1,4}[ /-]?)?\d[\dA-Z]{0,12}(?:[/*-][\dA-Z]{1,10}){0,3}"
    r"(?: \d{1,7}/\d\d)?)(?![\w])",
    re.IGNORECASE,
)
# "the occurrence number that we were given is 26000417882": a long number after its name.
LONG_NUMBER = re.compile(
    r"\b(?:crime|incident|occurrence|offence|police|custody|log)"
    r" (?:ref(?:erence)?(?: number)?|number|no\.?)\b[^\n.;?!\d]{1,40}?"
    r"(?<![\d/])([A-Z]{0,4}[/-]?\d[\d/-]{5,16})(?![\w/])",
    re.IGNORECASE,
)
NUMBER_FIRST = re.compile(
    r"(?<![\w/])(\d[\dA-Z/*-]{5,16}) (?:is|was|being|as) (?:the|our|my|your|his|her|their|a) "
    r"(?:crime|incident|occurrence|police|log) (?:ref|number|no)",
    re.IGNORECASE,
)
# "log 123 of 5/11", "CAD 45 of 5th May": a number of a day points at one call.
OF_A_DAY = re.compile(
    r"\b(?:log|CAD|incident|inc|storm|URN|CCS|occurrence)"
    r"(?:\b|(?=\d))[ .:#]{0,3}(?:number |log |no\.? ?|ref(?:erence)? |CCS |[a-z]{2,6} gave (?:is |"
    r"was |me )?|is |was ){0,3}"
    r"(\d{1,6}(?: (?:of|on|from|dated) (?:the )?| ?[-/] ?| )\d{1,2}(?:st|nd|rd|th)?"
    rf"(?:[/.]\d{{1,2}}(?:[/.]\d{{2,4}})?|[ -]?(?:of )?{MONTH}(?:[ -]?\d{{2,4}})?))(?!\w)",
    re.IGNORECASE,
)
# "ref 123 of 26 November", "event 45 of 3/5": what else has a reference has no day.
REF_OF_A_DAY = re.compile(
    r"\b(?:ref(?:erence)?|event|serial|job|call) (?:[a-z]{2,6} ){0,3}?"
    rf"(\d{{1,6}}(?: of (?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)?[ ](?:of )?{MONTH}|"
    rf"\d{{1,2}}[/.]\d{{1,2}})|"
    r" \d{1,2}/\d{1,2}/\d\d)(?:[ /.]\d{2,4})?)(?!\w)",
    re.IGNORECASE,
)
BARE_CRIME = re.compile(r"crime\b", re.IGNORECASE)
# 42/123456/26, 3412345/26, BTP/12345/26: nothing else that people write here looks so.
SLASHED = re.compile(
    # CRI/06AB/0012345/26 of Manchester, 20/CRI/123456, 06 CC 12345 26
    r"(?<![\w/.-])(?:(?:[A-Z]{2,4}[/-])?\d{1,2}[A-Z]{1,2}\d?[/-]\d{4,8}[/-]\d\d|"
    r"\d\d/[A-Z]{2,4}/\d{4,8}(?:/\d\d)?|\d\d ?[A-Z]{2} ?\d{5,7} ?\d\d|"
    # BCA-12345-26-4400-01 of the forms on the forces' sites, 26PAC123456, NFRC261101234567
    r"[A-Z]{2,4}-\d{3,7}-\d\d-\d{4}-[\dA-Z]{1,3}(?:-[A-Z]{1,3})?|"
    r"\d\d(?:PAC|MIS|ACN)\d{4,8}|NFRC\d{9,12}|CR[A-Z]{2}\d{6,9}|\d\d\*\d{5,7}|"
    r"PS-\d{8}-\d{3,5}|\d{2,6}[/-]\d{1,2}(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)\d\d)"
    r"(?![\w/])|"
    r"(?<![\w/.])(?:\d{1,2}[A-Z]{0,2}\d?/\d{4,8}/\d\d(?:\d\d)?|[A-Z]{0,3}\d{5,8}/\d\d|"
    r"[A-Z]{2,4}/(?:\d{4,8}/\d\d(?:\d\d)?|\d\d/\d{4,8})|[A-Z]{2,4}[/-]?\d{8,12}/\d\d)(?![\w/])"
)
FEWEST_DIGITS = 4
YEAR = re.compile(r"(?:19|20)\d\d")


def crime_references(text: str) -> Iterator[Span]:
    for match in NAMED_REFERENCE.finditer(text):
        if is_reference(match):
            yield reference(match.start(1), match.end(1), match[1])
    for pattern in (LONG_NUMBER, NUMBER_FIRST, OF_A_DAY, REF_OF_A_DAY):
        for match in pattern.finditer(text):
            yield reference(match.start(1), match.end(1), match[1])
    for match in chain(SLASHED.finditer(text), unnamed_numbers(text)):
        yield reference(match.start(), match.end(), match[0])


def is_reference(match: re.Match[str]) -> bool:
    """Enough digits, and no year: "crime 2024" and "log 3" point at nobody.

    A URN of digits alone is a school's.
    """
    written = match[1]
    if match[0].upper().startswith("URN") and written.isdecimal():
        return False
    digits = sum(character.isdigit() for character in written)
    if BARE_CRIME.fullmatch(match[0][: match.start(1) - match.start()].strip(" .:#-(=")):
        return digits > FEWEST_DIGITS + 1
    return digits >= FEWEST_DIGITS and not YEAR.fullmatch(written)


def reference(start: int, end: int, written: str) -> Span:
    return Span(DetailKind.CRIME_REFERENCE, start, end, compact(written))
