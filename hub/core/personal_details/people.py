"""A name beside an age."""

import re
from collections.abc import Iterator

from hub.core.personal_details.ages import (
    ADVERBS,
    NOT_COUNTED,
    NUMBER,
    NUMBER_WORDS,
    SAYS_AGE,
)
from hub.core.personal_details.ages_first import ages_before_names
from hub.core.personal_details.bracketed_names import is_written_of_one, neighbours
from hub.core.personal_details.kinds import DetailKind
from hub.core.personal_details.name_patterns import (
    BARE_AGE,
    NAME_FIRST,
    ONLY_KNOWN,
    SAID_OF,
    SINCE,
    STRONG,
)
from hub.core.personal_details.names import (
    DOTTED,
    dictionary,
    first_word,
    goes_on_as_body,
    is_ambiguous,
    is_certain,
    is_introduced,
    is_known,
    is_plural,
    is_unlikely,
    is_word,
    starts_sentence,
)
from hub.core.personal_details.spans import Span
from hub.core.personal_details.words import ALSO_WORDS, FIRST_NAMES, NOT_PERSONS

# "got Kai with me, hes 15": a known name a few words before it.
PRONOUN_AGE = re.compile(
    rf"\b(?:[Hh]e|[Ss]he)(?: says (?:he|she))?{SAYS_AGE}{ADVERBS} (?P<age>{NUMBER}){NOT_COUNTED}"
)
NEAR_NAME = re.compile(r"(?<![\w'@/-])(?P<name>[A-Za-z][\w'-]{1,24})\b")
FAR = 48
# "SR 14", "IA-32": two letters and a number that nothing but a space or a dash joins.
LOOSE_LINK = re.compile(r" ?[-:/=]? ?\d")
# "its about zyair 14": a word that no dictionary knows, typed in a hurry.
IN_A_HURRY = re.compile(
    r"\b(?:about|re|called|named|name is|names|its|it's|with|got|for)[ :]{1,2}$"
)
IS_AGED = re.compile(r" is |'s |,? who'?s ")
OF_A_THING = re.compile(r"\b(?:the|an?|this|that|their|our|my|your|his|her|its|in|of|by|at|on) $")
WHO = re.compile(r",? who")
ACTS = re.compile(r", \d{1,2}, (?:was|is|has|had|went|lives|attends|said|told|goes|got|who)\b")
ANY_NUMBER = re.compile(rf"\d|\b{NUMBER_WORDS}\b")
LONGEST_BEFORE, LONGEST_BEHIND = 120, 40


def names_with_ages(text: str) -> Iterator[Span]:
    for start, end in near_numbers(text):
        for pattern in NAME_FIRST:
            for match in overlapping(pattern, text, start, end):
                if is_person(text, match):
                    yield person(match)
    for match in ages_before_names(text):
        yield person(match)
    yield from names_before_pronouns(text)


def names_before_pronouns(text: str) -> Iterator[Span]:
    for match in PRONOUN_AGE.finditer(text):
        before = max(0, match.start() - FAR)
        names = [
            name
            for name in NEAR_NAME.finditer(text, before, match.start())
            if is_known(name["name"])
            and not is_ambiguous(name["name"])
            and not (name["name"].islower() and first_word(name["name"]) in ALSO_WORDS)
        ]
        if names:
            name = names[-1]
            value = f"{name['name']} {match['age']}".casefold()
            yield Span(DetailKind.NAME_AND_AGE, name.start(), match.end("age"), value)


def near_numbers(text: str) -> Iterator[tuple[int, int]]:
    """The parts of a text in which a number stands, with what may be said before and behind it."""
    start = end = 0
    for match in ANY_NUMBER.finditer(text):
        if match.start() - LONGEST_BEFORE > end:
            if end:
                yield start, end
            start = match.start() - LONGEST_BEFORE
        end = match.end() + LONGEST_BEHIND
    if end:
        yield max(0, start), end


def overlapping(
    pattern: re.Pattern[str], text: str, start: int, end: int
) -> Iterator[re.Match[str]]:
    """Matches from each word on: in "It was Ethan (12)" the name begins at the third."""
    match = pattern.search(text, start, end)
    while match:
        yield match
        match = pattern.search(text, match.start() + 1, end)


def person(match: re.Match[str]) -> Span:
    start = min(match.start("name"), match.start("age"))
    end = max(match.end("name"), match.end("age"))
    value = f"{match['name']} {match['age']}".casefold()
    return Span(DetailKind.NAME_AND_AGE, start, end, value)


def is_person(text: str, match: re.Match[str]) -> bool:
    """Known first names nearly always count; unknown capitals where something says a person."""
    name, start = match["name"], match.start()
    if text.endswith(("St ", "Saint "), 0, start) or goes_on_as_body(name):
        return False
    if is_known(name):
        return is_known_person(text, match)
    if match.re in ONLY_KNOWN:
        return False
    if is_certain(name):
        loose = LOOSE_LINK.match(text, match.end("name")) is not None
        return not loose or DOTTED.match(name) is not None
    if not name[0].isupper():
        return bool(IN_A_HURRY.search(text, max(0, start - 12), start)) and not is_word(name)
    if is_unlikely(name):
        return False
    return is_introduced(text, start) or is_unknown_person(text, match)


def is_known_person(text: str, match: re.Match[str]) -> bool:
    """Small letters make "will" a word, and what is a place or a word needs more than a count."""
    name = match["name"]
    if name.islower() and not is_known_when_small(text, match):
        return False
    if match.re is BARE_AGE and text[match.end("name") : match.start("age")] == " ":
        return is_age_without_comma(text, match)
    return not is_ambiguous(name) or match.re in STRONG or match.re is BARE_AGE


def is_known_when_small(text: str, match: re.Match[str]) -> bool:
    """So does "barry is 15" and "carrie krueger 16"; not "will 16", "the mark is 15"."""
    first, _, second = match["name"].partition(" ")
    if second and (second in NOT_PERSONS or second in dictionary()) and second not in FIRST_NAMES:
        return False
    if first_word(first) not in ALSO_WORDS:
        return True
    if OF_A_THING.search(text, max(0, match.start() - 8), match.start()):
        return False
    return match.re is SAID_OF or IS_AGED.match(text, match.end("name")) is not None


def is_age_without_comma(text: str, match: re.Match[str]) -> bool:
    """So is "Kai 14" and "Kai Green 38"; not "Hope 24", nor one of many: "Kai 13, Walsh 8"."""
    name = match["name"]
    first = name.split()[0]
    if is_ambiguous(first) or (" " not in name and not is_teenage(match["age"])):
        return False
    others = neighbours(text, match.start("name"), match.end("age"))
    return all(is_known(other[0]) for other in others)


def is_teenage(age: str) -> bool:
    return age.startswith("1") and age.isdecimal()


def is_unknown_person(text: str, match: re.Match[str]) -> bool:
    name, start, end = match["name"], match.start("name"), match.end("name")
    plural = is_plural(name)
    starts = starts_sentence(text, start)
    if match.re is SAID_OF:
        return not plural and (WHO.match(text, end) is not None or not is_word(name))
    if match.re in STRONG:
        return not (starts and (plural or is_word(name)))
    if match.re is SINCE:
        return not starts and not is_word(name)
    if ACTS.match(text, end) and not plural:
        return True
    return is_written_of_one(text, start, end, match.end("age"), starts=starts)
