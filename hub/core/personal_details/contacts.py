"""Telephone numbers and email addresses."""

import re
from collections.abc import Iterator

from hub.core.personal_details.kinds import DetailKind
from hub.core.personal_details.numbers import compact
from hub.core.personal_details.spans import Span

GAP = r"[ .\-/()]{0,3}"
# Areas, mobiles and internet telephones. 03, 08, 09 and 116 belong to services and never to a
# person: helplines are among them.
NATIONAL = re.compile(
    rf"(?<![\w+#])(?<!\d[.,/-])(?:(?:\+|00) ?44{GAP}(?:\(?0\)?{GAP})?|\(?[0oO]\)?[ (]?)"
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

AT = re.compile(r"@|\s?[\[({<]\s?at\s?[\])}>]\s?|\sat\s", re.IGNORECASE)
DOMAIN = re.compile(
    r"\s?[\w-]{1,63}(?:(?:\.|\s?[\[({<]\s?dot\s?[\])}>]\s?|\sdot\s)[\w-]{1,63}){1,6}", re.IGNORECASE
)
SPELT_DOT = re.compile(r"\s?[\[({<]?\s?\bdot\b\s?[\])}>]?\s?", re.IGNORECASE)
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
        domain = DOMAIN.match(text, match.end())
        if domain is None or is_a_sentence(match[0], domain[0]):
            continue
        start = local_part_start(text, match.start())
        if start < match.start():
            local, name = text[start : match.start()], SPELT_DOT.sub(".", domain[0])
            yield Span(DetailKind.EMAIL, start, domain.end(), f"{local}@{name}".lower())


def is_a_sentence(at: str, domain: str) -> bool:
    """The word, as in "look at example.org", makes an address only with a spelt dot."""
    return at.strip().lower() == "at" and not re.search(r"\sdot\s", domain, re.IGNORECASE)


def local_part_start(text: str, end: int) -> int:
    """Where the part before the @ begins; `end` itself where there is none."""
    start = end
    while start > 0 and end - start < LONGEST_LOCAL_PART and is_local(text[start - 1]):
        start -= 1
    return start


def is_local(character: str) -> bool:
    return character.isalnum() or character in "._%+'-"
