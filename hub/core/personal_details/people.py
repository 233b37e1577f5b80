"""A name beside an age."""

import re
from collections.abc import Iterator

from hub.core.personal_details.ages import (
    ADVERBS,
    BABY,
    BIRTH_YEAR,
    EXPLICIT,
    NOT_COUNTED,
    NUMBER,
    NUMBER_WORDS,
    PERSONS,
    SAYS_AGE,
    YEAR_GROUP,
)
from hub.core.personal_details.bracketed_names import is_written_of_one, neighbours
from hub.core.personal_details.kinds import DetailKind
from hub.core.personal_details.names import (
    DOTTED,
    NAME,
    WORD,
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

FILLER = (
    r"(?:,? who|,? that|'s| is| was| has| had| a| an| the| now| just| only| still| about| around|"
    rf"(?:,? | ?\(|,? in ){YEAR_GROUP}| recently| turned| turning| turns| currently| nearly| almost| then|"
    r" at the time| aged| age|,? both|,? (?:fe)?male|,? [MFmf]\b|[;,]| -| \(| \[|\(|:|\n){0,5}"
)
NAMED_FIRST = re.compile(rf"{NAME}{FILLER} ?[\[(]?(?P<age>{EXPLICIT}|{BABY} ?old\b)")
# "Kai, who's only 14", "Kai. He turned 14": a verb of one person between the name and the number.
SAID_OF = re.compile(
    rf"{NAME}(?:[,.?!;:-]? ?[(-]? ?(?:and |but |as |cos |because |where |when )?"
    rf"(?:[Ww]ho|[Hh]e|[Ss]he|[Tt]hey)(?: says (?:he|she|they))?|(?= will | would |'ll |'d )|"
    rf"(?= (?:has |had |is |was |only |just |recently ){{0,3}}turn)|(?: and [A-Z]\w+)(?= are ))"
    rf"{SAYS_AGE}{ADVERBS} (?P<age>{NUMBER}){NOT_COUNTED}"
)
# What may stand between a name and a bare number, and what must follow for it to be an age.
BETWEEN = (
    r"(?:,[ \n]?(?:and )?(?:only |just |now |then |still |nearly |almost |both |[MFmf],? |(?:fe)?male,? )?|"
    r" ?[(\[] ?(?:now |then |only |just |nearly |almost |both |who's |who is |he's |she's |"
    rf"[MFmf][ ,/-]{{0,2}}|(?:fe)?male[ ,/-]{{0,2}}|{YEAR_GROUP},? )?|"
    r" ?- ?(?:[MFmf][ ,/-]{0,2})?|: | ?/ ?| ?= ?| aged | at just |,? [MFmf] ?/? ?|"
    r" is (?:only |just |now |still |nearly |almost |about ){0,2}| was (?:only |just |about )?|"
    r"'s (?:only |just |now |nearly |almost )?|"
    r" (?=[1-9]\d\b))"
)
BEHIND = (
    r"(?=[MFmf]?[\],;:)!?\"]|/(?!\d)|\.(?!\d)|\s*$|\n| -|½|~|"
    r" (?:and|but|so|now|was|is|isn't|has|hasn't|had|who|from|lives|living|goes|attends|with|at|on|"
    r"wants|needs|won'?t|isnt|hasnt|didn'?t|doesn'?t|got|left|asked|keeps|lost|ran|turned|stays|"
    r"going|came|told|says|said|went|hes|shes|he's|she's)\b|"
    r" in (?:a |two |three |[JFMASOND][a-z]{2})|"
    r" years| yesterday| today| last| this| next| when)(?!, ?\d)"
)
BARE_AGE = re.compile(rf"{NAME}{BETWEEN}(?P<age>{NUMBER}){BEHIND}")
BIRTHDAY = re.compile(
    rf"{NAME}(?:'s| has(?: just)? had (?:his|her|their)) (?P<age>{NUMBER})(?:st|nd|rd|th) birthday"
)
IN_A_YEAR = re.compile(
    rf"{NAME}(?:,? \(?| is | in |, in |, a |'s in )(?P<age>{YEAR_GROUP})"
    r"(?=[),.;:]|\s*$| (?:and|was|is|has|who|pupil|student|boy|girl|came|said|told)\b)"
)
BORN_IN = re.compile(
    rf"{NAME},? \(?(?:was )?(?:born|[Bb]\.?|DOB|dob)(?: in)? ?(?P<age>{BIRTH_YEAR})(?!\d)"
)
# "Kai was killed at 14", "Kai came to us aged 9", but not "Kai runs a group for girls aged 9".
SOME_WORDS = re.compile(
    rf"{NAME}(?: [a-z']{{2,12}}){{0,3}}(?: (?:died|killed|murdered) at|(?: [a-z']+[a-rt-z])? aged)"
    rf" (?P<age>{NUMBER}){NOT_COUNTED}"
)
SINCE = re.compile(
    rf"{NAME}(?: [a-z']{{2,12}}){{0,4}} (?P<age>(?:since|when) (?:he|she) was {NUMBER}){NOT_COUNTED}"
)
BABIES = re.compile(
    rf"{NAME}(?:, | \(| is | is only |: )(?P<age>{BABY})(?=[,;)]|\.(?!\d)|\s*$| and\b)"
)
AGED_FIRST = re.compile(
    rf"(?<![\w-])(?P<age>{EXPLICIT}|{PERSONS} of {NUMBER})(?P<link>[ ,]{{0,2}}(?:{PERSONS})?,?"
    rf"(?: (?:who is |who's )?(?:called|named|known as|we'll call))? )(?P<name>{WORD}(?: {WORD})?|"
    r"[a-z]{2,15})(?P<next> ?[\w-]{0,12})"
)
AGE_THEN_CALLED = re.compile(
    rf"(?<![\w-])(?P<age>{NUMBER})"
    r"(?P<link>(?: and|,)? (?:is )?(?:called|named|(?:his|her|their) name(?:'s| is)) )"
    rf"(?P<name>{WORD})(?P<next>)"
)
AGED_FAR_FIRST = re.compile(
    rf"(?<![\w-])(?P<age>{EXPLICIT})(?P<between>[^.!?\n]{{0,50}}?)"
    r"(?P<link> (?:called|named|known as|name is|name's|goes by|by the name of) )"
    rf"(?P<name>{WORD})(?P<next>)"
)
AT_AGE_FIRST = re.compile(
    rf"(?<![\w-])(?P<age>(?:[Aa]t|[Aa]ged)(?: just| only)? {NUMBER}), (?P<name>{WORD})\b"
)
THINGS = re.compile(
    r"\b(?:programmes?|projects?|courses?|schemes?|apps?|games?|services?|charity|charities|films?|"
    r"books?|groups?|places?|schools?|clubs?|teams?|sites?|tools?|gangs?|sessions?)\b"
)
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
VERBS = frozenset({"", "was", "is", "has", "had", "who", "got", "went", "said", "told", "came"})
ANY_NUMBER = re.compile(rf"\d|\b{NUMBER_WORDS}\b")
LONGEST_BEFORE, LONGEST_BEHIND = 120, 40
NAME_FIRST = (
    NAMED_FIRST,
    SAID_OF,
    BARE_AGE,
    BIRTHDAY,
    IN_A_YEAR,
    BORN_IN,
    SOME_WORDS,
    SINCE,
    BABIES,
)
STRONG = frozenset({NAMED_FIRST, SAID_OF, BIRTHDAY, BORN_IN})
ONLY_KNOWN = frozenset({IN_A_YEAR, SOME_WORDS, BABIES})


def names_with_ages(text: str) -> Iterator[Span]:
    for start, end in near_numbers(text):
        for pattern in NAME_FIRST:
            for match in overlapping(pattern, text, start, end):
                if is_person(text, match):
                    yield person(match)
    for pattern in (AGED_FIRST, AGE_THEN_CALLED, AGED_FAR_FIRST):
        for match in pattern.finditer(text):
            if is_named_behind(match):
                yield person(match)
    for match in AT_AGE_FIRST.finditer(text):
        if is_known(match["name"]) and not is_ambiguous(match["name"]):
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
        return DOTTED.match(name) or not LOOSE_LINK.match(text, match.end("name"))
    if not name[0].isupper():
        return bool(IN_A_HURRY.search(text, max(0, start - 12), start)) and not is_word(name)
    if is_unlikely(name):
        return False
    return is_introduced(text, start) or is_unknown_person(text, match)


def is_known_person(text: str, match: re.Match[str]) -> bool:
    """ "will", "grace" written small say nothing, and a place or a word needs more than a count."""
    name = match["name"]
    if name.islower() and not is_known_when_small(text, match):
        return False
    if match.re is BARE_AGE and text[match.end("name") : match.start("age")] == " ":
        return is_age_without_comma(text, match)
    return not is_ambiguous(name) or match.re in STRONG or match.re is BARE_AGE


def is_known_when_small(text: str, match: re.Match[str]) -> bool:
    """ "barry is 15" and "carrie krueger 16", but not "will 16", "the mark is 15", "kai about 14"."""
    first, _, second = match["name"].partition(" ")
    if second and (second in NOT_PERSONS or second in dictionary()) and second not in FIRST_NAMES:
        return False
    if first_word(first) not in ALSO_WORDS:
        return True
    if OF_A_THING.search(text, max(0, match.start() - 8), match.start()):
        return False
    return match.re is SAID_OF or IS_AGED.match(text, match.end("name")) is not None


def is_age_without_comma(text: str, match: re.Match[str]) -> bool:
    """ "Kai 14" and "Kai Green 38", but not "Hope 24", nor one of many: "Kai 13, Walsh 8"."""
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


def is_named_behind(match: re.Match[str]) -> bool:
    """So does "a boy of 14 called Zyair" name one; "14-year-old Somali boy" names nobody."""
    name, first = match["name"], first_word(match["name"])
    if re.fullmatch(PERSONS, match["next"].strip(), re.IGNORECASE):
        return False
    if match.re is AGED_FAR_FIRST and THINGS.search(match["between"]):
        return False
    if first in FIRST_NAMES:
        return not (first in ALSO_WORDS and name[0].islower())
    if not name[0].isupper() or is_unlikely(name):
        return False
    return (
        " " in name
        or ends_as_name(match["next"])
        or not is_word(name)
        or bool(re.search(r"called|name|known as", match["link"]))
    )


def ends_as_name(following: str) -> bool:
    """Nothing follows but the sentence's end or a verb: "14-year-old Yonas was"."""
    return following.strip() in VERBS
