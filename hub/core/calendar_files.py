"""Calendar files (RFC 5545): how their lines are written. What stands in them, callers say."""

import datetime
from collections.abc import Iterable

# Octets on a line without its end (3.1). What goes on is told by a space in front.
LONGEST = 75


def file_of(lines: Iterable[str]) -> bytes:
    return "".join(f"{folded(line)}\r\n" for line in lines).encode()


def utc(moment: datetime.datetime) -> str:
    """In UTC, which needs no definition of a time zone and knows no summer time."""
    return moment.astimezone(datetime.UTC).strftime("%Y%m%dT%H%M%SZ")


def escaped(text: str) -> str:
    """As a value of type TEXT (3.3.11). Control characters have no place in one."""
    for plain, safe in (("\\", "\\\\"), (";", "\\;"), (",", "\\,")):
        text = text.replace(plain, safe)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\\n".join("".join(filter(printable, line)) for line in lines)


def printable(letter: str) -> bool:
    return letter == "\t" or (ord(letter) >= 32 and ord(letter) != 127)


def folded(line: str) -> str:
    """Cut into lines of at most 75 octets, never inside a character."""
    parts, room, part = [], LONGEST, ""
    for letter in line:
        size = len(letter.encode())
        if size > room:
            parts.append(part)
            part, room = "", LONGEST - 1
        part, room = part + letter, room - size
    return "\r\n ".join([*parts, part])
