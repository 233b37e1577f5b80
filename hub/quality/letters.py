"""Abbreviations in a text, and those that nobody need explain."""

import re
from collections.abc import Iterator

LETTERS = re.compile(r"(?<![\w&@./#-])(?P<word>[A-Z]{2,10}(?:&[A-Z])?)(?:s|’s|'s)?(?![\w@&-]|\.\w)")
# Read aloud without a thought by anybody in this field, or no abbreviation at all.
COMMON = {
    *("AM", "BBC", "BSL", "CCTV", "CEO", "CV", "DNA", "DVD", "EU", "FAQ", "GB", "GDPR", "GMT"),
    *("GP", "HM", "HTML", "ID", "IT", "MP", "NHS", "NSPCC", "OFFICIAL", "OK", "PC", "PDF", "PIN"),
    *("PM", "QR", "SIM", "SMS", "TV", "UK", "UN", "URL", "US", "USA", "USB", "VAT"),
}
# Words in capitals for their weight, and Roman numbers.
WEIGHT = {"ALL", "ALWAYS", "AND", "DO", "MUST", "NEVER", "NEW", "NO", "NOT", "ONLY", "OR", "STOP"}
ROMAN = re.compile(r"[IVX]+")
NAME = re.compile(r"(?<!\w)[A-Z][a-z]+(?: (?:(?:and|of|for|the|in|to) )?[A-Z][a-z]+){1,9}")


def letters_in(text: str) -> Iterator[str]:
    for match in LETTERS.finditer(text):
        word = match["word"]
        if word not in COMMON and word not in WEIGHT and not ROMAN.fullmatch(word):
            yield word


def explained_in(text: str) -> frozenset[str]:
    """Those with their words in brackets or in the brackets behind them, or in full elsewhere."""
    behind = re.findall(r"\(([A-Z][A-Z&]{1,10})s?\)", text)
    before = re.findall(r"(?<!\w)([A-Z][A-Z&]{1,10}) \([A-Za-z][a-z]", text)
    return frozenset((*behind, *before, *initials_in(text)))


def initials_in(text: str) -> Iterator[str]:
    """Of names such as "the Youth Endowment Fund": YEF, and EF."""
    for match in NAME.finditer(text):
        words = (word for word in match[0].split() if word[0].isupper() and word != "The")
        initials = "".join(word[0] for word in words)
        yield from (initials[start:] for start in range(len(initials) - 1))
