"""Text that stands among other words: names and titles."""

import re

# Marks that turn the direction of writing, of whatever follows them too.
TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


SHORT = 80


def shortened(text: str, length: int = SHORT) -> str:
    """On one line, to name something by."""
    flat = " ".join(text.split())
    return flat if len(flat) <= length else f"{flat[: length - 1].rstrip()}…"


def without_turns(text: str) -> str:
    """The text without marks that would make what stands beside it read backwards."""
    return TURNING.sub("", text)
