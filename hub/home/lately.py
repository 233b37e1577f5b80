"""What changed lately, newest first, read from the search entries."""

from hub.access.readers import Reader
from hub.home.entries import ShownEntry, shown
from search.models import Entry

SHOWN = 6
# Words, acts, lessons and themes change with the things that they belong to.
QUIET_KINDS = ("act", "lesson", "term", "theme")


def latest_entries(reader: Reader) -> list[ShownEntry]:
    """The newest dated things this reader may see. Two queries."""
    rows = Entry.objects.readable_by(reader).exclude(date=None).exclude(kind__in=QUIET_KINDS)
    return [shown(row) for row in rows.select_related("text").order_by("-date", "-pk")[:SHOWN]]
