"""Numbers of crimes by their shape alone, where nothing calls them so."""

import re
from collections.abc import Iterator

from hub.core.personal_details.dates import MONTH
from hub.core.personal_details.numbers import is_nhs_number
from hub.core.personal_details.words import FORCE_LETTERS

# NYP-03112026-0231, TVP 26/118204, WMP2600117734: the letters of a force and a number.
FORCE = "(?:" + "|".join(sorted(FORCE_LETTERS, key=lambda letters: (-len(letters), letters))) + ")"
OF_A_FORCE = re.compile(
    rf"(?<![\w/-]){FORCE}(?:[/-]?\d{{6,14}}| [1-9]\d{{5,13}}|[/ -]?\d{{2,8}}[/-]\d{{3,9}}|"
    r"[/-]\d{3,9}[/-]\d\d)(?:[/-]\d{2,4})?(?![\w/-])"
)
# 43260118842, CVP-26-201477, 20261103-0412: so do orders and invoices look, and these stand where
# the police, a crime or its number is spoken of.
SHAPED = re.compile(
    r"(?<![\w/.,£+-])(?:(?!447|7[1-9]\d{8}\b)[1-9]\d{9,12}|"
    r"[A-Z]{1,5}[/ -]?\d{2,8}[/-]\d{3,9}(?:[/-]\d{2,4}){0,2}|[A-Z]{2,4}[/-]\d{5,8}[/-]\d\d|"
    r"(?!0\d{4}-\d{6}\b|0\d{3}-\d{7}\b|0\d\d-\d{8}\b)\d{2,8}[/-]\d{4,9}(?:[/-]\d{2,4})?|"
    r"[A-Z]{1,3}\d{8,12}|\d\d ?[A-Z]{2} ?\d{5,7} ?\d\d|"
    r"\d{2,5} of (?:the )?\d{1,2}(?:st|nd|rd|th)?(?:[/.]\d{1,2}[/.]\d{2,4}|"
    rf" (?i:{MONTH})(?: \d{{2,4}})?))(?![\w/]|[.,-]\d)"
)
POLICING = re.compile(
    rf"\b(?:{FORCE}\b|Met\b)|"
    r"\b(?:(?i:crimes?|polic(?:e|ing)|officers?|sergeant|sgt|inspector|constable|incident|"
    r"offences?|"
    r"report(?:ed|ing)?|witness(?:es)?|victims?|suspects?|custody|burglary|thefts?|stolen|"
    r"assault(?:ed)?|"
    r"robb(?:ed|ery)|arrest(?:ed)?|charged|bail|stabb(?:ed|ing)|investigat\w+|occurrence|"
    r"statement)|"
    r"OIC|PCSO|PC|DC|DS|DI|CPS|101|999|MARAC|[Aa]thena|ATHENA|[Nn]iche|NICHE|STORM|CAD|[Ll]og|"
    r"MG\d+|NFA)\b"
)
OTHER_NUMBER = re.compile(
    r"\b(?:invoices?|orders?|PO|grants?|accounts?|UPN|ULN|UTR|ISBN|NHS|company|charity|phone|"
    r"mobile|tel|"
    r"telephone|ring|call|fax|meter|tracking|barcode|UPRN|URN|ticket|course|quote|policy number|"
    r"licen[cs]e|"
    r"booking|passport|meeting ID|Zoom|ORCID|sort code|card|IMEI|serial|version|doi|DfE|LAESTAB|"
    r"patient|hospital|bid|application|job|vacancy|budget|cost code)\b[^\n.;]{0,30}$",
    re.IGNORECASE,
)
# "1200-1500", "11/2026", "SI 2015/1472": ranges, months, years and what Parliament made in one.
DATED = re.compile(
    r"\d{1,4}-\d{4}|\d{1,3}/(?:19|20)\d\d|[A-Z]{0,5}[ -]?(?:19|20)\d\d[/-]\d{1,4}(?:[/-]\d\d)?"
)
# 2600418827: two digits of the year and a number, as several forces count.
OF_A_YEAR = re.compile(r"2[3-9]\d{8,9}")
# 43260118842: the number of a force, two digits of the year and seven of the crime.
OF_A_FORCES_YEAR = re.compile(r"[1-9]\d2[4-9]\d{7}")
REFERENCES = re.compile(r"\b(?:references?|refs?)\b", re.IGNORECASE)
FAR_BEFORE, FAR_BEHIND, AS_LABEL = 140, 90, 45
NHS_DIGITS, NHS_FIRST = 10, "4679"


def unnamed_numbers(text: str) -> Iterator[re.Match[str]]:
    yield from OF_A_FORCE.finditer(text)
    for match in SHAPED.finditer(text):
        if is_near_policing(text, match) and not is_other_shape(match[0]):
            yield match


def is_near_policing(text: str, match: re.Match[str]) -> bool:
    """Words before or behind speak of the police, and those straight before no other number."""
    start, end = match.span()
    if OTHER_NUMBER.search(text, max(0, start - AS_LABEL), start):
        return False
    if OF_A_FORCES_YEAR.fullmatch(match[0]):
        return True
    if OF_A_YEAR.fullmatch(match[0]) and REFERENCES.search(text, max(0, start - FAR_BEFORE), start):
        return True
    return bool(
        POLICING.search(text, max(0, start - FAR_BEFORE), start)
        or POLICING.search(text, end, end + FAR_BEHIND)
    )


def is_other_shape(written: str) -> bool:
    """A year, an instrument, or ten digits as the NHS gives them, which its own pattern finds."""
    health = len(written) == NHS_DIGITS and written[0] in NHS_FIRST and written.isdecimal()
    return bool(DATED.fullmatch(written)) or (health and is_nhs_number(written))
