"""A workshop as a calendar file (RFC 5545, with METHOD by RFC 5546)."""

import datetime
from collections.abc import Iterator

from courses.models import Workshop

# Octets on a line without its end (3.1). What goes on is told by a space in front.
LONGEST = 75
PRODUCT = "-//Common Ground//Workshops//EN"


def calendar_file(workshop: Workshop, *, address: str, link: str = "") -> bytes:
    """`address` is the workshop's own page; `link`, to join online, is for those with a seat.

    The same UID always names the same workshop; a higher SEQUENCE replaces what a calendar has.
    """
    lines = list(event_lines(workshop, address, link))
    return "".join(f"{folded(line)}\r\n" for line in lines).encode()


def event_lines(workshop: Workshop, address: str, link: str) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}")
    yield f"METHOD:{'CANCEL' if workshop.is_cancelled else 'PUBLISH'}"
    yield "BEGIN:VEVENT"
    yield f"UID:{workshop.code}"
    yield f"SEQUENCE:{workshop.sequence}"
    yield f"STATUS:{'CANCELLED' if workshop.is_cancelled else 'CONFIRMED'}"
    yield f"DTSTAMP:{utc(workshop.changed_at)}"
    yield f"DTSTART:{utc(workshop.starts_at)}"
    yield f"DTEND:{utc(workshop.ends_at)}"
    yield f"SUMMARY:{escaped(workshop.title)}"
    place = "\n".join(filter(None, [workshop.place, link]))
    if place:
        yield f"LOCATION:{escaped(place)}"
    about = "\n\n".join(filter(None, [workshop.about, address]))
    yield f"DESCRIPTION:{escaped(about)}"
    yield f"URL:{address}"
    yield from ("END:VEVENT", "END:VCALENDAR")


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
