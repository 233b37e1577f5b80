"""Age, place and date: each says little, together they find somebody."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from hub.core.personal_details.ages import BABY, NUMBER, PERSONS, STATED
from hub.core.personal_details.dates import FULL_DATE
from hub.core.personal_details.kinds import DetailKind
from hub.core.personal_details.spans import Span
from hub.core.personal_details.words import FIRST_NAMES, NOT_PERSONS

AGE = re.compile(
    rf"{STATED}|\b(?i:{PERSONS}|lady|gentleman|pensioner),? \(?(?:{BABY}|{NUMBER} ?(?:yrs|"
    rf"years)\b)|"
    rf"\b(?i:lady|gentleman|pensioner|toddler) of {NUMBER}\b|{BABY} old\b|"
    rf"\b(?:[Ss]he|[Hh]e|who)(?:'s| is| was) (?:only |just )?{NUMBER}\b(?=[,.;)]| and\b| but\b)|"
    rf"\b(?i:{PERSONS}),? ?(?:\({NUMBER}(?: and {NUMBER})?\)|of {NUMBER}\b)|"
    rf"\b(?i:{PERSONS}), {NUMBER}(?=[,.;)]|$)|"
    rf"\b(?i:{PERSONS})(?:'s| is| was| has (?:just )?turned) (?:only |just |still )?{NUMBER}"
    r"\b(?=[,.;)]| and\b| but\b| when\b|$)|"
    rf"\b(?i:boys|girls|lads|males|females|children|brothers|sisters|men|"
    rf"women),? \(?{NUMBER} and {NUMBER}\b|"
    rf"\bboth (?:aged )?{NUMBER}(?=[,.;)])|"
    r"(?<![\w/])(?:[MF]/?1\d|1\d ?/?[MF])(?![\w/])"
)
SMALL_PLACE = re.compile(
    r"\b(?:[A-Z][\w'-]{1,20} ){1,3}(?:Road|Street|Avenue|Close|Lane|Drive|Crescent|Terrace|Grove|"
    r"Gardens|Park|Estate|School|Academy|College|Primary|High|Station|Square|Green|House|Court|Way|"
    r"Mews|Row|Hill|Walk|Centre|Market|Precinct|Leisure Centre|Common|Bridge|McDonald's|Parade|"
    r"Rise|"
    r"Fields?|Meadows?|Mosque|Church|Library|Arcade|Hospital|Hotel|Hostel|Recreation Ground|Rec|"
    r"Weir|"
    r"Lido|Baths|Interchange|Quay|Wharf|Marina|Viaduct|Subway|Underpass|Towpath|Canal)\b"
)
# "Ravensthorpe bus station", "the Thornley Vale precinct": the name alone has capitals.
NAMED_PLACE = re.compile(
    r"\b(?P<names>(?:[A-Z][\w'-]{1,20} ){1,3})(?:(?:bus|coach|train|tram|tube|railway|metro|"
    r"leisure|shopping|"
    r"sports|retail|skate|primary|secondary|junior|infant|high|community|youth|car|town|city|"
    r"village|swimming|"
    r"football|boxing|industrial|housing|council|multi-storey|play|health|medical) ){0,2}"
    r"(?:station|precinct|market|park|skatepark|school|academy|college|sixth form|centre|estate|"
    r"library|"
    r"mosque|church|temple|hospital|hostel|hotel|arcade|underpass|subway|bridge|baths|pool|field|"
    r"fields|rec|"
    r"recreation ground|playground|parade|shops|stop|interchange|club|canal|towpath|weir|beach|"
    r"pier|quay|"
    r"woods|common|green|flats|garage|superstore|branch|stadium|ground|services|roundabout)\b"
)
TOWN = re.compile(
    r"\b(?:in|at|near|from|outside|behind|around|off|to) (?:the )?(?P<name>[A-Z][\w'-]{2,20})"
    r"(?! (?:Act|Bill|Council|Court|Police|Partnership|Order|Board|Regulations))"
)
RECENT_DAY = re.compile(
    r"\b(?:(?:last|on|this) (?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:night|morning|evening|"
    r"afternoon|just gone))|last (?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday)\b",
    re.IGNORECASE,
)
# "on 14/11", "Friday 14.11": day and month alone count behind a word that says a day follows.
SHORT_DATE = re.compile(
    r"\b(?:on|since|of|from|by|dated|night|evening|morning|afternoon|(?:mon|tues|wednes|thurs|fri|"
    r"satur|sun)day|"
    r"mon|tues?|wed|thurs?|fri|sat|sun),? (?:the )?[0-3]?\d[/.](?:0?[1-9]|1[0-2])(?![\d/.:]?\d|%)",
    re.IGNORECASE,
)
NAMED_DAY = re.compile(
    r"\b(?:Bonfire Night|Guy Fawkes|Hallowe'?en|Mischief Night|Boxing Day|Christmas (?:Eve|Day)|"
    r"New Year'?s (?:Eve|Day)|Easter (?:Monday|Sunday)|Good Friday|Eid)\b",
)
SENTENCE = re.compile(r"(?:[^.!?\n]|\.(?=\d)){1,400}(?:[.!?\n]|$)")


def age_place_date(text: str) -> Iterator[Span]:
    """Within one sentence, or within two where the place is no larger than a street or a school."""
    ages = starts_of((AGE,), text)
    dates = starts_of((FULL_DATE, RECENT_DAY, SHORT_DATE, NAMED_DAY), text) if ages else []
    if not dates:
        return
    before: re.Match[str] | None = None
    for sentence in SENTENCE.finditer(text):
        start, end = before.start() if before else sentence.start(), sentence.end()
        if not (has_one(ages, start, end) and has_one(dates, start, end)):
            before = sentence
        elif before and is_placed(text, start, end, towns=False):
            yield together(text, start, end)
            before = None
        elif (
            has_one(ages, sentence.start(), end)
            and has_one(dates, sentence.start(), end)
            and is_placed(text, sentence.start(), end, towns=True)
        ):
            yield together(text, sentence.start(), end)
            before = None
        else:
            before = sentence


def starts_of(patterns: Iterable[re.Pattern[str]], text: str) -> list[int]:
    return sorted(match.start() for pattern in patterns for match in pattern.finditer(text))


def has_one(starts: Sequence[int], start: int, end: int) -> bool:
    place = bisect_left(starts, start)
    return place < len(starts) and starts[place] < end


def together(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    value = " ".join(part.split()).casefold()
    return Span(DetailKind.AGE_PLACE_DATE, start, start + len(part.strip()), value)


def is_placed(text: str, start: int, end: int, *, towns: bool) -> bool:
    if SMALL_PLACE.search(text, start, end):
        return True
    for match in NAMED_PLACE.finditer(text, start, end):
        if any(word.lower() not in NOT_PERSONS for word in match["names"].split()):
            return True
    names = (match["name"].lower() for match in TOWN.finditer(text, start, end)) if towns else ()
    return any(name not in NOT_PERSONS and name not in FIRST_NAMES for name in names)
