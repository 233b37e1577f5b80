"""Tells people what is new for the searches they keep."""

from dataclasses import replace

from django.db import transaction
from django.utils.translation import gettext as _

from hub.access.readers import Reader, reader_for
from hub.notices.enums import Category
from hub.notices.services import notify
from search.asking import query_in
from search.engines.current import current_engine
from search.models import Entry, SavedSearch
from search.query.filters import facet_names
from search.query.finding import MOST_SHOWN, readable, rows_of
from search.saving import newest_entry

MOST_LOOKED_AT = 200
MOST_TOLD = 10


def tell_of_new() -> str:
    """Looks at the kept searches that are behind; safe to run twice, at once and after a kill.

    One query when nothing new came. Otherwise a search for each, two hundred in a run, the longest
    waiting first: what is left waits for the next run.
    """
    newest = newest_entry()
    behind = SavedSearch.objects.behind(newest).select_related("person")[:MOST_LOOKED_AT]
    told = sum(look(saved, newest) for saved in behind)
    return f"{told} told"


@transaction.atomic
def look(saved: SavedSearch, newest: int) -> int:
    """Tells of the best ten of what is new; none where another run has just looked.

    Each notice names its thing, so that whether the person may read it is asked again when it is
    shown and when it is mailed.
    """
    same = SavedSearch.objects.filter(pk=saved.pk, seen_up_to=saved.seen_up_to)
    if not same.update(seen_up_to=newest):
        return 0
    if not saved.person.is_active:
        return 0
    found = new_entries(saved, reader_for(saved.person))
    for entry in found:
        notify(
            people=[saved.person_id],
            category=Category.FOLLOWED,
            text=_("New for “%(name)s”: %(title)s")
            % {"name": saved.name, "title": entry.text.title},
            url=entry.text.url,
            kind=entry.kind,
            object_id=entry.object_id,
        )
    return len(found)


def new_entries(saved: SavedSearch, reader: Reader) -> list[Entry]:
    """The best ten that came since the last look and that this reader may see at this moment.

    Among the thousand best of the search: what ranks below them is not worth a mail.
    """
    query = replace(query_in(saved.address, facet_names(), reader), limit=MOST_SHOWN)
    hits = readable(current_engine().search(query, reader), reader).hits
    new = [hit for hit in hits if hit.entry_id > saved.seen_up_to][:MOST_TOLD]
    return [entry for entry, _section in rows_of(new, [])]
