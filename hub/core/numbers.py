"""Numbers that people send."""

LONGEST = 18  # digits; a longer number may be too large for the database


def row_id(text: str) -> int | None:
    """The id that a text spells; None for what can't be the id of a row."""
    return int(text) if text.isdecimal() and len(text) <= LONGEST else None
