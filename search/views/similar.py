from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from hub.users.limits import limited
from search import presenting
from search.access import access_entry
from search.engines.current import current_engine
from search.query.parsing import parse
from search.query.words import speller
from search.similar import answered_before, similar_to

IN_PLACE = 3
BESIDE_A_QUESTION = 5


@limited("suggest", reading=True)
@require_safe
@vary_on_headers("HX-Request")
def similar(request: HttpRequest, kind: str, object_id: int) -> HttpResponse:
    """More like one thing: a page of its own, or the best three for the foot of its page."""
    entry = access_entry(kind, object_id, request.reader)
    entries = similar_to(
        entry,
        counts=speller.dictionary().words,
        engine=current_engine(),
        reader=request.reader,
    )
    if request.htmx:
        rows = presenting.rows(entries[:IN_PLACE])
        context = {"rows": rows, "heading": "h3", "in_place": True}
        return render(request, "search/partials/rows.html", context)
    context = {"rows": presenting.rows(entries), "title": entry.text.title, "url": entry.text.url}
    return render(request, "search/similar.html", context)


@limited("suggest", reading=True)
@require_safe
@vary_on_headers("HX-Request")
def before_asking(request: HttpRequest) -> HttpResponse:
    """What the hub has already for a question that somebody is about to ask in the forum."""
    parsed = parse(request.GET.get("title", ""))
    entries = answered_before((*parsed.required, *parsed.terms), current_engine(), request.reader)
    rows = presenting.rows(entries[:BESIDE_A_QUESTION])
    template = "search/partials/before_asking.html" if request.htmx else "search/before_asking.html"
    return render(request, template, {"rows": rows, "query": parsed.text})
