"""How the views come by what a person names. Forbidden equals missing."""

from hub.access.readers import Reader
from hub.access.registry import kinds
from hub.core.missing import found
from search.models import Entry, SavedSearch


def access_entry(kind: str, object_id: int, reader: Reader) -> Entry:
    """The entry of a thing that this reader may see now. Raises Http404 for any other.

    Asks the entry's rule and then the thing itself, since the entry may be behind. Four queries.
    """
    known = found(next((one for one in kinds() if one.name == kind), None))
    entries = Entry.objects.readable_by(reader).select_related("text")
    entry = found(entries.filter(kind=kind, object_id=object_id).first())
    found(known.readable(reader).filter(pk=object_id).first())
    return entry


def access_saved(saved_id: int, reader: Reader) -> SavedSearch:
    """A search that this reader keeps. Raises Http404 for anybody else's."""
    mine = SavedSearch.objects.filter(person_id=reader.user_id)
    return found(mine.filter(pk=saved_id).first() if reader.is_signed_in else None)
