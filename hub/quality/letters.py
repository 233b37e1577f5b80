"""Abbreviations in a text, and those that nobody need explain."""

import re
from collections.abc import Iterator

LETTERS = re.compile(r"(?<![\w&@./#-])(?P<word>[A-Z]{2,10}(?:&[A-Z])?)(?:s|’s|'s)?(?![\w@&-]|\.\w)")
# Read aloud without a thought by anybody in this field, or no abbreviation at all.
COMMON = {
    *("AM", "BBC", "BSL", "CCTV", "CEO", "CV", "DNA", "DVD", "EU", "FAQ", "GB", "GMT", "GP", "HM"),
    *("HTML", "ID", "IT", "MP", "NHS", "NSPCC", "OFFICIAL", "OK", "PC", "PDF", "PIN", "PM", "QR"),
    *("SIM", "SMS", "TV", "UK", "UN", "URL", "US", "USA", "USB", "VAT"),
}
# Words in capitals for their weight, and Roman numbers.
WEIGHT = {
    "ALL",
    "ALWAYS",
    "AND",
    "DO",
    "MUST",
    "NEVER",
    "NEW",
    "NO",
    "NOT",
    "ONLY",
    "OR",
    "STOP",
    "YES",
}
ROMAN = re.compile(r"[IVX]+")


def letters_in(text: str) -> Iterator[str]:
    for match in LETTERS.finditer(text):
        word = match["word"]
        if word not in COMMON and word not in WEIGHT and not ROMAN.fullmatch(word):
            yield word


def explained_in(text: str) -> frozenset[str]:
    """Those that stand in brackets behind their words, or have words in brackets behind them."""
    behind = re.findall(r"\(([A-Z][A-Z&]{1,10})s?\)", text)
    before = re.findall(r"(?<!\w)([A-Z][A-Z&]{1,10}) \([A-Za-z][a-z]", text)
    return frozenset((*behind, *before))
