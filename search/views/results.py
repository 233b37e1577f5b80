from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from hub.users.limits import limited
from search import beginnings, presenting
from search.engines.base import Query
from search.engines.current import current_engine
from search.learning.answers import sign
from search.learning.recording import log_search
from search.narrowing import chosen_since, chosen_sort
from search.query.fields import Names
from search.query.filters import chosen_filters, facet_names
from search.query.finding import MOST_SHOWN, PER_PAGE, Found
from search.query.parsing import Parsed, parse
from search.query.searching import answer
from search.query.synonyms import Synonyms
from search.saving import kept_query


@limited("search", reading=True)
@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """What the words in `?q=` find for this reader. Any string gives a page."""
    names = facet_names()
    parsed = parse(request.GET.get("q", ""), names)
    if not parsed.asks:
        return start(request, parsed, names)
    address = spelt_out(request.GET, parsed)
    filters = chosen_filters(address, names)
    answered = answer(
        parsed,
        asked=Query((), filters, since=chosen_since(address), sort=chosen_sort(address)),
        names=names,
        page=page_number(address.get("page", "")),
        engine=current_engine(),
        reader=request.reader,
        exact=address.get("exact") == "1",
        without=address.getlist("without"),
    )
    found = answered.found
    logged = log_search(
        text=parsed.text,
        total=found.counts.total,
        page=found.page_number,
        narrowed=bool(filters),
    )
    context = {
        "query": parsed.text,
        "total": found.counts.total,
        "page": page_of(found),
        "results": presenting.results(found, answered.understood.parsed.words, names),
        "facets": presenting.facet_blocks(address, filters, found.counts, names),
        "active": presenting.active_filters(address, filters, names),
        "clear_url": presenting.without_filters(address),
        "also": also_searched(address, answered.understood.also),
        "exact_url": presenting.address(address, exact=["1"]),
        "meant": answered.meant,
        "meant_used": answered.used,
        "meant_url": presenting.address(address, q=[answered.meant]),
        "periods": presenting.periods(address),
        "orders": presenting.orders(address),
        "feed_url": f"{reverse('search:feed')}?{feed_address(address)}",
        "kept": kept_query(address),
        "reserve": found.reserve,
        "answer": sign(logged) if logged else "",
        "ask_url": f"{reverse('forum:ask')}?{urlencode({'title': parsed.text[:120]})}",
    }
    return render(request, "search/results.html", context)


def spelt_out(address: QueryDict, parsed: Parsed) -> QueryDict:
    """The address with filters that were typed as words chosen as if in the form."""
    if not parsed.filters:
        return address
    changed = address.copy()
    changed["q"] = parsed.text
    for facet, values in parsed.filters.items():
        changed.setlist(facet.value, sorted({*address.getlist(facet.value), *values}))
    return changed


def also_searched(address: QueryDict, also: Synonyms) -> list[tuple[str, str]]:
    """Each other name, and the address of the search without it."""
    out = address.getlist("without")
    return [
        (name, presenting.address(address, without=[*out, key])) for key, name in also.names.items()
    ]


def start(request: HttpRequest, parsed: Parsed, names: Names) -> HttpResponse:
    """Where to begin instead, as long as nothing has been typed."""
    context = {
        "query": parsed.text,
        "lists": beginnings.lists(request.reader),
        "themes": beginnings.themes(request.reader, names),
    }
    return render(request, "search/start.html", context)


def feed_address(address: QueryDict) -> str:
    """The query of the feed: everything but the page and the order, which the feed has itself."""
    kept = address.copy()
    for name in ("page", "sort"):
        kept.pop(name, None)
    return kept.urlencode()


def page_number(text: str) -> int:
    """The page asked for; the first where it makes no sense, never beyond the last shown."""
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 1
    return min(max(number, 1), MOST_SHOWN // PER_PAGE)


def page_of(found: Found) -> Page:
    """Paging for the template; the rows themselves are already cut."""
    shown = min(found.counts.total, MOST_SHOWN)
    return Paginator(range(shown), PER_PAGE).get_page(found.page_number)
