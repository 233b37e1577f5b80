"""Short lists that editors type one to a line."""


def lines(text: str) -> tuple[str, ...]:
    """The lines without blanks, in order, each once."""
    return tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))
