"""A search as a feed: what is new for these words, of what everybody may read."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hub.access.readers import ANONYMOUS
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
    address = request.build_absolute_uri(f"{reverse('search:results')}?{request.GET.urlencode()}")
    made = Atom1Feed(
        title=_("Common Ground: %(words)s") % {"words": parsed.text or _("search")},
        link=address,
        feed_url=request.build_absolute_uri(),
        description=_("New for a search in Common Ground"),
        language="en-gb",
    )
    for entry, _section in newest(request).entries:
        add(made, entry, request)
    return HttpResponse(made.writeString("utf-8"), content_type="application/atom+xml")


def newest(request: HttpRequest) -> Found:
    names = facet_names()
    query = query_in(request.GET, names, ANONYMOUS)
    query = replace(query, since=query.since or date.min, sort=Sort.DATE)
    return find(query=query, names=names, page=1, engine=current_engine(), reader=ANONYMOUS)


def add(made: Atom1Feed, entry: Entry, request: HttpRequest) -> None:
    link = request.build_absolute_uri(entry.text.url)
    made.add_item(
        title=entry.text.title,
        link=link,
        unique_id=link,
        description=entry.text.summary,
        updateddate=datetime.combine(entry.date, time(), UTC) if entry.date else None,
    )
