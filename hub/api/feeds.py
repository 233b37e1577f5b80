"""What is new of a kind, on a theme, or both, of what everybody may read."""

from datetime import UTC, datetime, time

from django.urls import reverse
from django.utils.html import escape
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from hub.access.readers import ANONYMOUS
from hub.access.registry import Kind
from hub.api.listing import Wanted, listed, part_of
from hub.core.atom import FeedEntry, FeedText
from hub.taxonomy.models import Theme
from search.enums import Facet
from search.models import Entry

NEWEST = 30


def text_for(theme: Theme | None, kind: Kind | None) -> FeedText:
    names = [theme.name if theme else "", str(kind.plural) if kind else ""]
    query = {"theme": theme.slug if theme else "", "kind": kind.name if kind else ""}
    asked = urlencode({name: value for name, value in query.items() if value})
    return FeedText(
        title=_("Common Ground: %(words)s") % {"words": ", ".join(filter(None, names))},
        path=f"{reverse('search:results')}?{asked}",
        subtitle=_("New and changed, of what everybody may read"),
    )


def newest(theme: Theme | None, kind: Kind | None) -> list[FeedEntry]:
    """The newest thirty, the same for everybody: feed readers send no one's sign-in along."""
    wanted = Wanted(
        kind=kind.name if kind else "", slugs={Facet.THEME: theme.slug} if theme else {}
    )
    entries = listed(wanted, ANONYMOUS).exclude(date=None)
    _total, rows = part_of(entries, 1, NEWEST, ANONYMOUS)
    return [entry_for(row) for row in rows]


def entry_for(entry: Entry) -> FeedEntry:
    """By the day alone: the hour may tell who wrote what is anonymous."""
    return FeedEntry(
        title=entry.text.title,
        path=entry.text.url,
        updated=datetime.combine(entry.date, time(), UTC),
        html=escape(entry.text.summary),
    )
