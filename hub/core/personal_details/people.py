"""A name beside an age."""

import re
from collections.abc import Iterator

from hub.core.personal_details.ages import EXPLICIT, NUMBER, PERSONS
from hub.core.personal_details.bracketed_names import is_written_of_one
from hub.core.personal_details.kinds import DetailKind
from hub.core.personal_details.spans import Span
from hub.core.personal_details.words import ACRONYMS, ALSO_WORDS, FIRST_NAMES, NOT_PERSONS

CAPITAL = r"[A-ZÀ-ÖØ-ÞĀĆČĐĒĞĪĶĻŁŃŅŌŐŘŚŞŠŪŹŻŽ]"
WORD = rf"{CAPITAL}[\w'-]{{0,24}}"
NAME = (
    r"(?<![\w'@/-])(?P<name>(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? )?"
    rf"(?:[A-Z]\.[A-Z]\.?(?: {WORD})?|{WORD}(?: {WORD}\.?){{0,2}}|[a-z][a-z'-]{{1,24}}))"
)
FILLER = (
    r"(?:,? who|,? that|'s| is| was| has| had| a| an| the| now| just| only| still| about| around|"
    r",? (?:in )?[Yy]ear \d{1,2}|"
    r" recently| turned| turning| turns| currently| nearly| almost| then| at the time| aged| age|"
    r",| -| \(|\(|:){0,5}"
)
NAMED_FIRST = re.compile(rf"{NAME}{FILLER} ?\(?(?P<age>{EXPLICIT})")
# What may stand between a name and a bare number, and what must follow for it to be an age.
BETWEEN = (
    r"(?:, ?| ?\((?:[MF],? ?|(?:fe)?male,? )?| ?- ?|: | aged | at just |"
    r",? who(?:'s| is| was| has)? (?:only |just |now |recently ){0,2}(?:turned )?|"
    r" is (?:only |just |now |still )?| was (?:only |just )?|'s (?:only |just |now )?|"
    r" (?:has )?(?:just |only just |recently )?turn(?:ed|s) | (?=1\d\b))"
)
BEHIND = (
    r"(?=[MFmf]?[,;:)!?/\"]|\.(?!\d)|\s*$|\n| - |"
    r" (?:and|but|so|now|was|is|has|had|who|from|lives|goes|attends)\b|"
    r" in (?:a |two |three |[JFMASOND][a-z]{2})|"
    r" years| yesterday| today| last| this| next| when)(?!, ?\d)"
)
BARE_AGE = re.compile(rf"{NAME}{BETWEEN}(?P<age>{NUMBER}){BEHIND}")
BIRTHDAY = re.compile(rf"{NAME}'s (?P<age>{NUMBER})(?:st|nd|rd|th) birthday")
AGED_FIRST = re.compile(
    rf"(?<![\w-])(?P<age>{EXPLICIT}|{PERSONS} of {NUMBER})(?P<link>[ ,]{{0,2}}(?:{PERSONS})?,?"
    rf"(?: (?:who is |who's )?(?:called|named|known as|we'll call))? )(?P<name>[A-Z][\w'-]{{1,24}}"
    r"(?: [A-Z][\w'-]{1,24})?|[a-z]{2,15})(?P<next> ?[\w-]{0,12})"
)
AGE_THEN_CALLED = re.compile(
    rf"(?<![\w-])(?P<age>{NUMBER})"
    r"(?P<link>(?: and|,)? (?:is )?(?:called|named|(?:his|her|their) name(?:'s| is)) )"
    r"(?P<name>[A-Z][\w'-]{1,24})(?P<next>)"
)
INTRODUCED = re.compile(
    rf"(?:\b(?:called|named|known as|name is|name's|{PERSONS})[ ,:]{{1,2}})$", re.IGNORECASE
)
SENTENCE_START = re.compile(r"(?:^|[.!?:;\n•*>-])[\s\"'(*_>-]{0,4}$")
ACTS = re.compile(r", \d{1,2}, (?:was|is|has|had|went|lives|attends|said|told|goes|got|who)\b")
TITLE = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? ")
INITIALS = re.compile(r"[A-Z]\.?[A-Z]\.?")
VERBS = frozenset({"", "was", "is", "has", "had", "who", "got", "went", "said", "told", "came"})


def names_with_ages(text: str) -> Iterator[Span]:
    for pattern in (NAMED_FIRST, BARE_AGE, BIRTHDAY):
        for match in overlapping(pattern, text):
            if is_person(text, match, explicit=pattern is NAMED_FIRST):
                yield person(match)
    for pattern in (AGED_FIRST, AGE_THEN_CALLED):
        for match in pattern.finditer(text):
            if is_named_behind(match):
                start, end = match.start(), match.end("name")
                yield Span(DetailKind.NAME_AND_AGE, start, end, value_of(match))


def overlapping(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Matches from each word on: in "It was Ethan (12)" the name begins at the third."""
    match = pattern.search(text)
    while match:
        yield match
        match = pattern.search(text, match.start() + 1)


def person(match: re.Match[str]) -> Span:
    return Span(DetailKind.NAME_AND_AGE, match.start("name"), match.end("age"), value_of(match))


def value_of(match: re.Match[str]) -> str:
    return f"{match['name']} {match['age']}".casefold()


def is_person(text: str, match: re.Match[str], *, explicit: bool) -> bool:
    """Known first names always count; unknown capitals only where something says it's a person."""
    name = match["name"]
    if TITLE.match(name) or is_initials(name):
        return True
    if text.endswith(("St ", "Saint "), 0, match.start()) or has_other_words(name):
        return False
    first = name.split()[0].removesuffix("'s").strip("'").lower()
    starts = bool(SENTENCE_START.search(text, max(0, match.start() - 8), match.start()))
    if first in FIRST_NAMES and not (first in ALSO_WORDS and name.islower()):
        return True
    if not name[0].isupper() or unlikely(name):
        return False
    if INTRODUCED.search(text, max(0, match.start() - 24), match.start()):
        return True
    if explicit:
        return not (starts and first.endswith("s"))
    if ACTS.match(text, match.end("name")) and not first.endswith("s"):
        return True
    return is_written_of_one(text, match.start("name"), match.end("name"), starts=starts)


def is_named_behind(match: re.Match[str]) -> bool:
    """So does "a boy of 14 called Zyair" name one; "14-year-old Somali boy" names nobody."""
    name, first = match["name"], match["name"].split()[0].removesuffix("'s").lower()
    if re.fullmatch(PERSONS, match["next"].strip(), re.IGNORECASE):
        return False
    if first in FIRST_NAMES:
        return not (first in ALSO_WORDS and name[0].islower())
    if not name[0].isupper() or unlikely(name):
        return False
    return (
        " " in name
        or ends_as_name(match["next"])
        or bool(re.search(r"called|name|known as", match["link"]))
    )


def ends_as_name(following: str) -> bool:
    """Nothing follows but the sentence's end or a verb: "14-year-old Yonas was"."""
    return following.strip() in VERBS


def unlikely(name: str) -> bool:
    """Words of a sentence, agencies and nationalities; an anonymised "A" or "YP1" too."""
    words = [word.removesuffix("'s").strip(".,'") for word in name.split()]
    return (
        any(word.lower() in NOT_PERSONS for word in words)
        or words[0].upper() == words[0]
        or len(words[0]) < 3
    )


def has_other_words(name: str) -> bool:
    """Whether a name goes on as that of a body or a place: "Kelly Holmes Trust"."""
    return any(word.strip(".,'").lower() in NOT_PERSONS for word in name.split()[1:])


def is_initials(name: str) -> bool:
    letters = name.replace(".", "")
    return bool(INITIALS.fullmatch(name)) and letters not in ACRONYMS
