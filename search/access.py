"""How the views come by what a person names. Forbidden equals missing."""

from hub.access.readers import Reader
from hub.access.registry import kinds
from hub.core.missing import found
from search.models import Entry


def access_entry(kind: str, object_id: int, reader: Reader) -> Entry:
    """The entry of a thing that this reader may see now. Raises Http404 for any other.

    Asks the entry's rule and then the thing itself, since the entry may be behind. Four queries.
    """
    known = found(next((one for one in kinds() if one.name == kind), None))
    entries = Entry.objects.readable_by(reader).select_related("text")
    entry = found(entries.filter(kind=kind, object_id=object_id).first())
    found(known.readable(reader).filter(pk=object_id).first())
    return entry
