"""An unknown capitalised word with an age behind it: a person, a place and a count, or a noun."""

import re

from hub.core.personal_details.ages import YEAR_GROUP
from hub.core.personal_details.names import (
    BUILT_AS_NAME,
    first_word,
    is_known,
    is_word,
    starts_sentence,
)
from hub.core.personal_details.words import NOT_PERSONS

# Counts are often larger than the ages of those whom this is about.
OLDEST_YOUNG = 25
ABOUT_ONE = re.compile(
    r"\b(?:he|she|his|her|him|hers|mum|mother|dad|father|nan|gran|carer|brother|sister|boy|girl|"
    r"lad|child|"
    r"young person|young man|young woman|lives|living|arrived|excluded|missing|placement|placed|"
    r"arrested)\b",
    re.IGNORECASE,
)
# What only people do: of the first word of a sentence too, which "Kelder (14) has more" isn't.
DOES = re.compile(
    r"[MFmf]?[\])]?,?(?: who)?(?: (?:only|just|then|now|also|recently))?"
    r"(?: (?:arrived|lives|told|went|came|turned|turns|wants|needs|attends|disclosed|reported|"
    r"moved|started|"
    r"stopped|refuses|refused|left|ran|walked|got|rang|texted|asked|asks|drew|wrote|sat|stood|"
    r"gave|took|"
    r"cried|slept|likes|loves|hates|knows|thinks|feels|plays|wears|sleeps|bolts|bit|stays|"
    r"says (?:he|she|they|his|her|it)|"
    r"carries|"
    r"won't|wouldn't|doesn't|didn't|can't|hasn't|(?:is|was|has been|had been) (?:back|found|"
    r"arrested|excluded|"
    r"stopped|seen|placed|moved|stabbed|robbed|missing|looked after|at risk|in care|in custody|"
    r"living|staying|"
    r"being|taken|charged|released|remanded|assaulted|groomed|trafficked|driven|picked up|hurt|"
    r"out|due)|"
    r"has (?:gone|fallen|told|disclosed|a|an|no|never|his|her|had|stopped|started|moved|lost))\b|"
    r"'s\b)"
)
# "in Kelder (14)", "from Skelby (9)", "at Ashmoor (12)": a place and how many.
PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|across|around|from|via|outside|of|under|the|an?|per|both)[ \n]$",
    re.IGNORECASE,
)
FROM_BEFORE = re.compile(r"\b(?:from|of)[ \n]$", re.IGNORECASE)
CAPITAL_BEFORE = re.compile(r"[A-Z][\w'-]*[ ]$")
# "Lambeth (14), Southwark (12)": a list of counts has a second one.
ANOTHER_COUNT = re.compile(r"[A-Z][\w'-]+,? \(?\d{1,4}(?=[),.;]| points| and)")
IS_AGED = re.compile(r" (?:is|was) |'s ")
DIGITS = re.compile(r"\d+")
# Nouns that begin a sentence, by how they end.
NOUN = re.compile(
    r"\w+(?:tion|sion|ment|ness|ity|ing|ance|ence|ship|ery|ury|ary|ory|ism|ists?|age|als|ers|ors|"
    r"ees|"
    r"ies|ents|ants|ings|logy|graphy|hood|dom|ice|ure|ault|eft|son|ed|ly|ful|less|ous|ive|ble|ic|"
    r"ics)"
)
# "Kelder (14) had more": what is said of counts.
SAID_OF_COUNTS = re.compile(
    r"[\])]?,? (?:(?:has|had|have|with|saw|recorded|got) )?(?:more|fewer|the (?:most|fewest|"
    r"highest|lowest)|most|less|"
    r"\d|up|down|rose|fell|of them|of those|cases|referrals|in total|each|per)\b"
)
# "(M/17)", "(14 next month)", "(12, ASD)" and "- 17, no convictions" tell of one person.
PERSONAL_LINK = re.compile(
    rf",? ?[(\[/]? ?(?:(?:[MFmf]|(?:fe)?male)[ ,/-]|{YEAR_GROUP}|now |then |just |only |nearly |"
    rf"almost )"
)
PERSONAL_BEHIND = re.compile(
    r" (?:next|last|this) (?:week|month|year|birthday|\w{3,9}day)|, [A-Z]{2,5}\)|"
    r",? (?:no (?:convictions|previous|fixed|phone|record|school)|known to|open to|missing|"
    r"excluded|"
    r"in care|LAC\b|looked after)|"
    r", (?:[a-z]{3,10}, )?(?:hasn't|isn't|won't|doesn't|lives|wants|needs|keeps|went|got) "
)
PEOPLE = re.compile(
    r"\b(?:they|them|both|the two|twins|mum|brothers?|sisters?|asleep)\b", re.IGNORECASE
)
BARE = re.compile(r" ?\d+")
FAR_BEFORE, FAR_BEHIND, LIST_BEFORE, LIST_BEHIND = 80, 130, 40, 40


def is_written_of_one(text: str, start: int, end: int, age_end: int, *, starts: bool) -> bool:
    """Whether what stands around an unknown name and its age tells of one person.

    The name is from `start` to `end`, its age behind it up to `age_end`. `starts` says that it
    begins a sentence, where any word has a capital.
    """
    name, link = text[start:end], text[end:age_end]
    whole = " " in name and not is_word(name)
    if PLACE_BEFORE.search(text, max(0, start - 9), start) and not (
        whole and FROM_BEFORE.search(text, max(0, start - 9), start)
    ):
        return False
    if not starts and is_longer_name(text, start):
        return False
    if SAID_OF_COUNTS.match(text, age_end) or is_too_many(name, link):
        return False
    if PERSONAL_LINK.match(link) or PERSONAL_BEHIND.match(text, age_end):
        return not (starts and is_word(name))
    does = DOES.match(text, age_end)
    if BARE.fullmatch(link) and not does and " " not in name:
        return False
    apposed = text.startswith(", ", end) and text.startswith(",", age_end) and not is_word(name)
    listed = [is_known(other[0]) for other in neighbours(text, start, age_end)]
    if listed and not (apposed and PEOPLE.search(text, age_end, age_end + FAR_BEHIND)):
        return any(listed)
    if starts and not does and (is_word(name) or NOUN.fullmatch(first_word(name))):
        return False
    if IS_AGED.match(link) and not is_word(name):
        return True
    around = text[max(0, start - FAR_BEFORE) : start], text[age_end : age_end + FAR_BEHIND]
    if any(ABOUT_ONE.search(part) for part in around):
        return True
    return not starts and (bool(BUILT_AS_NAME.match(name)) or apposed)


def is_longer_name(text: str, start: int) -> bool:
    """Whether a capital stands before it that isn't the sentence's own: "That's Zyair"."""
    before = CAPITAL_BEFORE.search(text, max(0, start - 20), start)
    if before is None:
        return False
    return not (starts_sentence(text, before.start()) and first_word(before[0]) in NOT_PERSONS)


def neighbours(text: str, start: int, age_end: int) -> list[re.Match[str]]:
    """Names and numbers straight beside it: in a list all of them are people, or all are counts."""
    places = ((max(0, start - LIST_BEFORE), start), (age_end, age_end + LIST_BEHIND))
    return [
        match
        for place in places
        for match in ANOTHER_COUNT.finditer(text, *place)
        if first_word(match[0]) not in NOT_PERSONS
    ]


def is_too_many(name: str, behind: str) -> bool:
    """A number above the ages of the young is a count, unless a whole name stands before it."""
    digits = DIGITS.search(behind)
    return digits is not None and int(digits[0]) > OLDEST_YOUNG and " " not in name
