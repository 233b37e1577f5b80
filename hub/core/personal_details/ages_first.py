"""An age and the name of its person behind it: "14-year-old Kai", "a boy of 14 called Zyair"."""

import re
from collections.abc import Iterator

from hub.core.personal_details.ages import EXPLICIT, NUMBER, PERSONS
from hub.core.personal_details.names import (
    WORD,
    first_word,
    is_ambiguous,
    is_known,
    is_unlikely,
    is_word,
)
from hub.core.personal_details.words import ALSO_WORDS, FIRST_NAMES

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
VERBS = frozenset({"", "was", "is", "has", "had", "who", "got", "went", "said", "told", "came"})


def ages_before_names(text: str) -> Iterator[re.Match[str]]:
    for pattern in (AGED_FIRST, AGE_THEN_CALLED, AGED_FAR_FIRST):
        for match in pattern.finditer(text):
            if is_named_behind(match):
                yield match
    for match in AT_AGE_FIRST.finditer(text):
        if is_known(match["name"]) and not is_ambiguous(match["name"]):
            yield match


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
