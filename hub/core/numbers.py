"""Numbers that people send."""

LONGEST = 18  # digits; a longer number may be too large for the database


def row_id(text: str) -> int | None:
    """The id that a text spells, with spaces, a plus or underscores too, as Django reads it.

    None for what can't be the id of a row.
    """
    try:
        number = int(text)
    except ValueError:
        return None
    return number if 0 <= number < 10**LONGEST else None
