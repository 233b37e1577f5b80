"""A search as a feed: what is new for these words, of what everybody may read."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hub.access.readers import ANONYMOUS
from hub.core.atom import FeedEntry, FeedText, atom
from hub.users.limits import limited
from search.asking import query_in
from search.engines.current import current_engine
from search.enums import Sort
from search.models import Entry
from search.query.filters import facet_names
from search.query.finding import Found, find
from search.query.parsing import parse


@limited("search", reading=True)
@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """The newest twenty, as Atom. The same for everybody, signed in or not; undated things never.

    Readers of feeds send no one's sign-in along, and pass on what they got.
    """
    parsed = parse(request.GET.get("q", ""))
    about = FeedText(
        title=_("Common Ground: %(words)s") % {"words": parsed.text or _("search")},
        path=f"{reverse('search:results')}?{request.GET.urlencode()}",
        subtitle=_("New for a search in Common Ground"),
    )
    return atom(request, about, [entry_for(entry) for entry, _section in newest(request).entries])


def newest(request: HttpRequest) -> Found:
    names = facet_names()
    query = query_in(request.GET, names, ANONYMOUS)
    query = replace(query, since=query.since or date.min, sort=Sort.DATE)
    return find(query=query, names=names, page=1, engine=current_engine(), reader=ANONYMOUS)


def entry_for(entry: Entry) -> FeedEntry:
    return FeedEntry(
        title=entry.text.title,
        path=entry.text.url,
        updated=datetime.combine(entry.date or date.min, time(), UTC),
        html=escape(entry.text.summary),
    )
