"""A workshop as a calendar file (RFC 5545, with METHOD by RFC 5546)."""

from collections.abc import Iterator

from courses.models import Workshop
from hub.core.calendar_files import escaped, file_of, utc

PRODUCT = "-//Common Ground//Workshops//EN"


def calendar_file(workshop: Workshop, *, address: str, link: str = "") -> bytes:
    """`address` is the workshop's own page; `link`, to join online, is for those with a seat.

    The same UID always names the same workshop; a higher SEQUENCE replaces what a calendar has.
    """
    return file_of(event_lines(workshop, address, link))


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
