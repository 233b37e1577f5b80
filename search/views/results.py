from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from hub.users.limits import limited
from search import beginnings, presenting
from search.engines.base import Query
from search.engines.current import current_engine
from search.query.filters import chosen_filters, facet_names
from search.query.finding import MOST_SHOWN, PER_PAGE, Found, find
from search.query.parsing import Parsed, parse
from search.query.spelling import suggestion
from search.query.synonyms import NONE, synonyms


@limited("search", reading=True)
@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """What the words in `?q=` find for this reader. Any string gives a page."""
    parsed = parse(request.GET.get("q", ""))
    if not parsed.terms:
        return start(request, parsed)
    names = facet_names()
    filters = chosen_filters(request.GET, names)
    engine = current_engine()
    exact = request.GET.get("exact") == "1"
    also = NONE if exact else synonyms(parsed.spoken, request.reader)
    found = find(
        query=Query(also.beside(parsed.terms), filters, text=parsed.text),
        names=names,
        page=page_number(request.GET.get("page", "")),
        engine=engine,
        reader=request.reader,
    )
    meant = suggestion(parsed.text, parsed.words, engine, request.reader)
    context = {
        "query": parsed.text,
        "total": found.counts.total,
        "page": page_of(found),
        "results": presenting.results(found, parsed.words, names),
        "facets": presenting.facet_blocks(request.GET, filters, found.counts, names),
        "active": presenting.active_filters(request.GET, filters, names),
        "clear_url": presenting.without_filters(request.GET),
        "also": list(also.names.values()),
        "exact_url": presenting.address(request.GET, exact=["1"]),
        "meant": meant,
        "meant_url": presenting.address(request.GET, q=[meant]),
        "ask_url": f"{reverse('forum:ask')}?{urlencode({'title': parsed.text[:120]})}",
    }
    return render(request, "search/results.html", context)


def start(request: HttpRequest, parsed: Parsed) -> HttpResponse:
    """Where to begin instead, as long as nothing has been typed."""
    context = {
        "query": parsed.text,
        "lists": beginnings.lists(request.reader),
        "themes": beginnings.themes(request.reader, facet_names()),
    }
    return render(request, "search/start.html", context)


def page_number(text: str) -> int:
    """The page asked for; the first where it makes no sense, never beyond the last shown."""
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 1
    return min(max(number, 1), MOST_SHOWN // PER_PAGE)


def page_of(found: Found) -> Page:
    """Paging for the template; the rows themselves are already cut."""
    shown = min(found.counts.total, MOST_SHOWN)
    return Paginator(range(shown), PER_PAGE).get_page(found.page_number)
