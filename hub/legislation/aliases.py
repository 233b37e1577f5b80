"""Ways in which people write a section when they search for it."""

import re

SECTION = re.compile(r"^(?:section|s\.?)\s*(?P<number>\d+[A-Z]*(?:\(\d+\))?)", re.IGNORECASE)
SMALL_WORDS = {"and", "of", "the", "etc", "for", "to", "in"}


def section_order(label: str) -> tuple[bool, int]:
    """Where a section stands in its act: by first number; schedules and parts come last."""
    number = re.search(r"\d+", label)
    return not label.lower().startswith("section"), int(number[0]) if number else 0


def initials(act: str) -> str:
    """MSA for Modern Slavery Act 2015."""
    words = re.findall(r"[A-Za-z]+", act)
    return "".join(word[0].upper() for word in words if word.lower() not in SMALL_WORDS)


def section_aliases(label: str, act: str) -> tuple[str, ...]:
    """Short forms of "Section 45" of an act; none where the label names no single section."""
    match = SECTION.match(label)
    if not match:
        return tuple(filter(None, (f"{label} {act}".strip(),)))
    number = match["number"]
    short = initials(act)
    undated = re.sub(r"\s+\d{4}$", "", act)
    return (
        f"s{number}",
        f"s.{number} {undated}",
        f"section {number} {act}",
        f"s{number} {short}",
    )
