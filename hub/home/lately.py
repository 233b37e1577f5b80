"""What changed lately, newest first, read from the search entries."""

from collections import Counter
from collections.abc import Iterable

from hub.access.readers import Reader
from hub.home.entries import ShownEntry, shown
from search.models import Entry

SHOWN = 6
SHOWN_PER_KIND = 2
CONSIDERED = 60
# Words, acts, lessons and themes change with the things that they belong to.
QUIET_KINDS = ("act", "lesson", "term", "theme")


def latest_entries(reader: Reader) -> list[ShownEntry]:
    """The newest dated things this reader may see. Three queries."""
    rows = Entry.objects.readable_by(reader).exclude(date=None).exclude(kind__in=QUIET_KINDS)
    newest = rows.order_by("-date", "-pk").values_list("pk", "kind")[:CONSIDERED]
    chosen = Entry.objects.filter(pk__in=mixed(newest)).select_related("text")
    return [shown(row) for row in chosen.order_by("-date", "-pk")]


def mixed(newest: Iterable[tuple[int, str]]) -> list[int]:
    """At most two of a kind, so that a day's import of one kind hides nothing else.

    Where there is too little else, the places left go to the next newest.
    """
    seen: Counter[str] = Counter()
    first: list[int] = []
    others: list[int] = []
    for pk, kind in newest:
        seen[kind] += 1
        (first if seen[kind] <= SHOWN_PER_KIND else others).append(pk)
    return (first + others)[:SHOWN]
