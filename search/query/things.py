"""Things by kind and id: what stands before what an engine ranks."""

from collections.abc import Collection
from functools import reduce
from operator import or_

from django.db.models import Q

from hub.access.readers import Reader
from search.models import Entry
from search.models.entry import EntryQuerySet

# Kind and id.
Thing = tuple[str, int]


def entries_of(things: Collection[Thing], reader: Reader) -> EntryQuerySet:
    """The entries of these things that this reader may see."""
    nothing = Q(pk__in=[])
    either = reduce(or_, (Q(kind=kind, object_id=pk) for kind, pk in things), nothing)
    return Entry.objects.readable_by(reader).filter(either)
