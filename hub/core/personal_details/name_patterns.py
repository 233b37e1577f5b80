"""A name and an age behind it, in the ways in which people join the two."""

import re

from hub.core.personal_details.ages import (
    ADVERBS,
    BABY,
    BIRTH_YEAR,
    EXPLICIT,
    NOT_COUNTED,
    NUMBER,
    SAYS_AGE,
    YEAR_GROUP,
)
from hub.core.personal_details.names import NAME

FILLER = (
    r"(?:,? who|,? that|'s| is| was| has| had| a| an| the| now| just| only| still| about| around|"
    rf"(?:,? | ?\(|,? in ){YEAR_GROUP}| recently| turned| turning| turns| currently| nearly|"
    rf" almost| then|"
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
    r"(?:,[ \n]?(?:and )?(?:only |just |now |then |still |nearly |almost |both |[MFmf],? |"
    r"(?:fe)?male,? )?|"
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
    rf"{NAME}(?: [a-z']{{2,12}}){{0,4}} (?P<age>(?:since|when) (?:he|"
    rf"she) was {NUMBER}){NOT_COUNTED}"
)
BABIES = re.compile(
    rf"{NAME}(?:, | \(| is | is only |: )(?P<age>{BABY})(?=[,;)]|\.(?!\d)|\s*$| and\b)"
)
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
