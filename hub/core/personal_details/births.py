"""Dates of birth: a date that the text itself calls one."""

import re
from collections.abc import Iterator
from itertools import chain

from hub.core.personal_details.ages import NUMBER_WORDS
from hub.core.personal_details.dates import DATE, FULL_DATE, RUN
from hub.core.personal_details.kinds import DetailKind
from hub.core.personal_details.numbers import compact
from hub.core.personal_details.spans import Span

LABEL = (
    r"\b(?:d\.? ?o\.? ?b\.?|d\.? ?of ?b\.?|dates?[ -]of[ -]birth|birth ?date|birthdays?|"
    r"b-?day|d[/-]o[/-]b)(?:'s)?"
)
LINK = (
    r"(?:[ :=(\[,*_\n-]|\b(?:is|was|on|the|of|given as|recorded as|shown as|both|his|her|falls|"
    r"as)\b)"
    r"{0,12}"
)
NAMED = re.compile(LABEL, re.IGNORECASE)
LABELLED = re.compile(rf"{LABEL}{LINK}({DATE}|(?<!\d){RUN})", re.IGNORECASE)
BORN = re.compile(
    rf"\b(?:(?:born|née?)(?P<between>[^\n;!?\d]{{0,40}}?)\b|(?<![\w(])(?-i:b)(?:\. ?|"
    rf"(?= ?\d\d?[./-]\d\d?[./-](?:19|20)\d\d) ?))({DATE}|(?<!\d){RUN})",
    re.IGNORECASE,
)
# "children born on or after 1 September": a rule for many, nobody's birthday.
BOUNDARY = re.compile(
    r"\b(?:before|after|since|from|until|till|between|by|prior|later|earlier|than|within|up to)\b",
    re.IGNORECASE,
)
# "two birthdays? One says 17 January 2011": a whole date with a year in which people were born.
FAR = 110
# "d.o.b given to police 6/1/10": a short year is enough where it isn't of these years.
SHORT_BEHIND_LABEL = re.compile(
    r"\b(?:d\.? ?o\.? ?b\.?|dates?[ -]of[ -]birth)\b(?P<between>[^\n\d]{1,40}?)"
    r"(?<!\d)(?P<date>[0-3]?\d[./-][01]?\d[./-](?:[013-9]\d|2[0-2]))(?!\d)",
    re.IGNORECASE,
)
# "her passport says 3 mar 2012": papers that give a date of birth before any other.
ON_PAPER = re.compile(
    r"\b(?:passport|birth certificate|visa|BRP|ID(?: card)?|travel document|Home Office)"
    r"(?: (?:says?|said|has|had|shows?|showed|reads?|gives?|gave|puts?|it|them|him|her|down|as|is|"
    r"at)){1,4}"
    rf":? ((?=[^\n]{{4,18}}?(?:19[3-9]\d|200\d|201\d)(?!\d)){DATE})",
    re.IGNORECASE,
)
BIRTH_YEAR = re.compile(r"(?<!\d)(?:19[3-9]\d|200\d|201\d)(?!\d)")
# "01-12-09 should be 12-01-09": what follows a date of birth as its other version.
OTHER_VERSION = re.compile(
    rf"[ ,)\]]{{0,3}}(?:or|not|but|should (?:be|have been)|is really|and|then|vs|against|and us)?"
    rf"[ ,(]{{1,3}}({DATE})",
    re.IGNORECASE,
)
FOLLOWED = re.compile(
    rf"({DATE}|(?<!\d){RUN})[ ,)\]:-]{{0,3}}(?:\(|is |was |being |as |= ?){{0,2}}(?:(?:the|his|her|"
    rf"their|my|our) )?(?:\w{{2,12}}(?:'s)? )?{LABEL}\b",
    re.IGNORECASE,
)
AGE = rf"(?:\d\d|{NUMBER_WORDS})"
BIRTHDAY_ON = re.compile(
    rf"(?:\b(?:birthday|turn(?:s|ed|ing)? {AGE}|will be {AGE}|was {AGE}|"
    rf"(?:he|she|they|who)(?:'s| is|'ll be|'d be| is going to be) {AGE})"
    rf"(?: (?:is|was|falls|on|the|next|last|coming|up|this)){{0,4}},? |\bb-?day:? (?:is )?)"
    rf"({DATE}|(?<=day )[0-3]?\d[/.][01]?\d(?![\d/.]))",
    re.IGNORECASE,
)
# "Kai (03/05/2009)", "JM 3.5.09": a date of figures straight behind a name.
BEHIND_NAME = re.compile(
    r"\b[A-Z][a-z'-]{1,20}(?: [A-Z][a-z'-]{1,20})?,? ?\("
    r"(?P<date>[0-3]?\d[./-][01]?\d[./-](?:(?:19|20)\d\d|\d\d)|(?:19|20)\d\d-[01]\d-[0-3]\d)\)"
)
NOT_NAMES = re.compile(
    r"\b(?:Act|Bill|Order|Regulations|Guidance|Review|Report|Meeting|Minutes|Board|Version|Draft|"
    r"Code|Circular|"
    r"Updated?|Published|Panel|Group|Committee|Partnership|Strategy|Policy|Plan|Notice|Inspection|"
    r"Hearing|"
    r"Conference|Agenda|Court|Direction|Letter|Email|Monday|Tuesday|Wednesday|Thursday|Friday|"
    r"Saturday|Sunday)\b"
)

DateFound = tuple[re.Match[str], int | str]


def births(text: str) -> Iterator[Span]:
    found = said_dates(text)
    if NAMED.search(text):
        found = chain(named_dates(text), found)
    for match, group in found:
        yield birth(match, group)
        other = OTHER_VERSION.match(text, match.end(group))
        if other:
            yield birth(other, 1)


def named_dates(text: str) -> Iterator[DateFound]:
    """Matches in a text that speaks of a date of birth, each with the group that holds the date."""
    for pattern in (LABELLED, FOLLOWED):
        for match in pattern.finditer(text):
            yield match, 1
    for match in FULL_DATE.finditer(text):
        if BIRTH_YEAR.search(match[0]) and is_near_label(text, match.start()):
            yield match, 0
    for match in SHORT_BEHIND_LABEL.finditer(text):
        if not BOUNDARY.search(match["between"]):
            yield match, "date"


def said_dates(text: str) -> Iterator[DateFound]:
    """Matches that need no label: "born on", "turns 18 on", "passport says"."""
    for pattern in (BIRTHDAY_ON, ON_PAPER):
        for match in pattern.finditer(text):
            yield match, 1
    for match in BORN.finditer(text):
        if not BOUNDARY.search(match["between"] or ""):
            yield match, 2
    for match in BEHIND_NAME.finditer(text):
        if not NOT_NAMES.search(match[0]):
            yield match, "date"


def is_near_label(text: str, start: int) -> bool:
    """Whether the words shortly before call a date one of birth, even a sentence before."""
    before = text[max(0, start - FAR) : start]
    labels = list(NAMED.finditer(before))
    return bool(labels) and not BOUNDARY.search(before, labels[-1].end())


def birth(match: re.Match[str], group: int | str) -> Span:
    written = match[group]
    return Span(DetailKind.DATE_OF_BIRTH, match.start(group), match.end(group), compact(written))
