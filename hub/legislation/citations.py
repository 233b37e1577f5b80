"""Parts of acts as numbers: what a label names, and what people write when they cite one."""

import re
from dataclasses import dataclass
from functools import lru_cache

UNITS = {"s": "section", "sch": "schedule", "art": "article", "g": "ground"}
UNIT = (
    r"(?P<unit>sections?|sect?s?|ss?|schedules?|sched|sch|articles?|arts?|grounds?)(?![a-z])\.?\s*"
)
NUMBER = r"\d{1,4}[a-z]{0,3}"
SUBSECTIONS = r"(?:\s?\(\w{1,5}\))*"
CITED = re.compile(
    rf"(?<![\w'’]){UNIT}(?P<first>{NUMBER})\b{SUBSECTIONS}"
    rf"(?:\s*(?:-|–|to|and|,)\s*(?P<last>{NUMBER})\b{SUBSECTIONS})?",
    re.I,
)
PIECES = re.compile(rf"(?P<unit>[a-z]+)|(?P<number>{NUMBER})\b|(?P<dash>[-–])", re.I)
Number = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Span:
    """From one number to another, both included."""

    unit: str
    first: Number
    last: Number

    def meets(self, other: "Span") -> bool:
        return self.unit == other.unit and self.first <= other.last and other.first <= self.last

    @property
    def is_single(self) -> bool:
        return self.first == self.last


def number(text: str) -> Number:
    digits = re.match(r"\d+", text)
    return (int(digits[0]), text[len(digits[0]) :].lower()) if digits else (0, "")


def unit_named(word: str) -> str:
    start = word.lower()
    return next(
        (UNITS[key] for key in ("sch", "art", "g", "s") if start.startswith(key)), "section"
    )


def spans_cited(text: str) -> tuple[list[Span], str]:
    """What a text cites, and the rest of it. "ss 8-23" is one span; a list gives its ends."""
    spans = []
    for match in CITED.finditer(text):
        first = number(match["first"])
        last = number(match["last"]) if match["last"] else first
        spans.append(Span(unit_named(match["unit"]), first, max(first, last)))
    return spans, CITED.sub(" ", text)


@lru_cache(maxsize=4000)
def spans_of_label(label: str) -> tuple[Span, ...]:
    """Sections 26, 36 and 38 are three spans; sections 14 to 23 are one."""
    spans: list[Span] = []
    unit, is_range = "", False
    for match in PIECES.finditer(label):
        word = (match["unit"] or "").lower()
        if match["number"] and unit:
            found = number(match["number"])
            if is_range and spans:
                spans[-1] = Span(unit, spans[-1].first, found)
            else:
                spans.append(Span(unit, found, found))
            is_range = False
        elif word == "to" or match["dash"]:
            is_range = True
        elif word and word != "and":
            unit = unit_named(word) if CITED.match(f"{word} 1") else ""
    return tuple(spans)
