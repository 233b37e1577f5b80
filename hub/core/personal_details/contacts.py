"""Telephone numbers and email addresses."""

import re
from collections.abc import Iterator

from hub.core.personal_details.kinds import DetailKind
from hub.core.personal_details.numbers import compact
from hub.core.personal_details.spans import Span

GAP = r"[ .\-/()_*•·]{0,3}"
# Areas, mobiles and internet telephones. 03, 08, 09 and 116 belong to services and never to a
# person: helplines are among them.
NATIONAL = re.compile(
    rf"(?<![\w+#])(?<!\d[.,/-])(?:(?:\+|00|(?=44 ?7)) ?44{GAP}(?:\(?0\)?{GAP})?|\(?[0oO]\)?[ (]?)"
    rf"(?:7(?:{GAP}[\doO]){{9}}|[125]\d(?:{GAP}\d){{7,8}})(?!\d)"
)
FOREIGN = re.compile(rf"(?<![\w+])(?:\+|00)(?!44|0)[1-9](?:{GAP}\d){{8,13}}(?!\d)")
WITHOUT_ZERO = re.compile(
    r"\b(?:mob(?:ile)?|phone|tel(?:ephone)?|number|call(?:ed|s)?|rang|ring|text(?:ed)?|whatsapp|"
    rf"contact|cell|nokia|burner|line)\b[^\n;\d]{{0,25}}(7[1-9](?:{GAP}\d){{8}})(?!\d)",
    re.IGNORECASE,
)
# 01/02/2026 14:30 has as many digits as a telephone number.
DATE_FIRST = re.compile(r"\(?\d\d[./ -]\d\d[./ -](?:19|20)\d\d(?!\d)")

AT = re.compile(r" ?@ ?|\s?[\[({<]\s?(?:at|@)\s?[\])}>]\s?|\s?-at-\s?|\sat\s", re.IGNORECASE)
# Where the address has spaces or a comma in it, its end must be one that addresses have.
ENDINGS = (
    r"(?:org|com|net|uk|co|gov|edu|ac|nhs|police|sch|info|eu|ie|wales|cymru|scot|london|io|me|"
    r"example|test)"
)
LOOSE_DOMAIN = re.compile(
    rf"\s?[\w-]{{1,63}}(?:\s?[.,]\s?[\w-]{{1,63}}){{0,4}}?[.,]{ENDINGS}(?:\.{ENDINGS})*\b(?!@)",
    re.IGNORECASE,
)
# "kai99@hotmail": a provider says enough.
PROVIDER = re.compile(
    r"\s?(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|msn|aol|btinternet|protonmail)\b(?!\.\w)",
    re.IGNORECASE,
)
ADDRESSED = re.compile(
    r"\be-?mail(?: address)?(?:'s| is|:| me| us| him| her| them| at| on)? $", re.IGNORECASE
)
DOMAIN = re.compile(
    r"\s?[\w-]{1,63}(?:(?:\.|\s?[\[({<]\s?dot\s?[\])}>]\s?|\s?-dot-\s?|\sdot\s)[\w-]{1,63}){1,6}",
    re.IGNORECASE,
)
SPELT_DOT = re.compile(r"\s?[\[({<-]?\s?\bdot\b\s?[\])}>-]?\s?|\s?,\s?", re.IGNORECASE)
SPELT = re.compile(r"\sdot\s", re.IGNORECASE)
LOCAL = re.compile(r"(?=.*[A-Za-z])(?=.*[._\d])[\w.+'-]+")
LONGEST_LOCAL_PART = 64


def telephones(text: str) -> Iterator[Span]:
    for pattern in (NATIONAL, FOREIGN):
        for match in pattern.finditer(text):
            if not DATE_FIRST.match(match[0]):
                yield telephone(match.start(), match.end(), match[0])
    for match in WITHOUT_ZERO.finditer(text):
        yield telephone(match.start(1), match.end(1), match[1])


def telephone(start: int, end: int, written: str) -> Span:
    """Its value is what one dials from within the country."""
    digits = compact(written).replace("O", "0").removeprefix("0044").removeprefix("44").lstrip("0")
    return Span(DetailKind.TELEPHONE, start, end, digits)


def emails(text: str) -> Iterator[Span]:
    """Looks to both sides of each @, so that a long text without one costs nothing."""
    for match in AT.finditer(text):
        start = local_part_start(text, match.start())
        if start == match.start():
            continue
        domain = domain_behind(text, start, match)
        if domain is not None:
            local, name = text[start : match.start()], SPELT_DOT.sub(".", domain[0].strip())
            yield Span(DetailKind.EMAIL, start, domain.end(), f"{local}@{name}".lower())


def domain_behind(text: str, start: int, at: re.Match[str]) -> re.Match[str] | None:
    """Whether "a@b.org", "a @ b.org", "a.b at b.org", "a99 at gmail"; not "look at b.org"."""
    written = at[0].strip().lower()
    domain = DOMAIN.match(text, at.end())
    if domain and (written not in ("at", "@") or at[0] == "@"):
        return domain
    if domain and SPELT.search(domain[0]):
        return domain
    if written == "at" and not looks_local(text, start, at.start()):
        return None
    return LOOSE_DOMAIN.match(text, at.end()) or PROVIDER.match(text, at.end())


def looks_local(text: str, start: int, end: int) -> bool:
    """Whether it is no word of a sentence: "kai.s", "kai99", or any behind "email is"."""
    local = text[start:end]
    if ADDRESSED.search(text, max(0, start - 24), start):
        return True
    return bool(LOCAL.fullmatch(local)) and not local.endswith(".")


def local_part_start(text: str, end: int) -> int:
    """Where the part before the @ begins; `end` itself where there is none."""
    start = end
    while start > 0 and end - start < LONGEST_LOCAL_PART and is_local(text[start - 1]):
        start -= 1
    return start


def is_local(character: str) -> bool:
    return character.isalnum() or character in "._%+'-"
