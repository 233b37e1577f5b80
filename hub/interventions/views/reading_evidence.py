"""What the words of an intervention's evidence mean, for whoever wants to know them all."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from hub.access.pages import readable_pages
from hub.access.readers import Reader
from hub.interventions.enums import Cost, Delivery, Dimension, Effect, Strength, StudiedIn
from hub.interventions.meanings import (
    ASKED,
    COSTS,
    DELIVERIES,
    EFFECTS,
    NOT_CONFIRMED,
    PLACES,
    STRENGTHS,
)
from hub.interventions.models import InterventionIndexPage
from hub.pages.crumbs import crumbs_of

Words = str | Promise


def word(name: Words, question: Words, shown: Words) -> dict[str, Words]:
    return {"word": name, "question": question, "shown": shown}


EMMIE = (
    word(
        _("Effect"),
        _("Did it change what it should, by how much, and how sure are the studies?"),
        _("On each page: effect on violence, and beside it strength of the evidence."),
    ),
    word(
        _("Mechanism"),
        _("How is it thought to work?"),
        _("On each page where a source says so: how it is thought to work."),
    ),
    word(
        _("Moderators"),
        _("Where and for whom does it work better or worse?"),
        _("On each page: where it was studied, and where and for whom it worked."),
    ),
    word(
        _("Implementation"),
        _("What does it take to do it well?"),
        _("On each page: doing it well, and the conditions."),
    ),
    word(
        _("Economics"),
        _("What does it cost, and what does it save?"),
        _("On each page: cost, beside other approaches, and sums where a source gives them."),
    ),
)
SCALES = (
    (Dimension.EFFECT, Effect, EFFECTS),
    (Dimension.STRENGTH, Strength, STRENGTHS),
    (Dimension.COST, Cost, COSTS),
    (Dimension.APPLICABILITY, StudiedIn, PLACES),
    (Dimension.IMPLEMENTATION, Delivery, DELIVERIES),
)


@require_safe
def reading_evidence(request: HttpRequest) -> HttpResponse:
    scales = [
        {
            "name": dimension.label,
            "asked": ASKED[dimension],
            "answers": [(item.label, meanings[item]) for item in answers if item in meanings],
        }
        for dimension, answers, meanings in SCALES
    ]
    context: dict[str, Any] = {"words": EMMIE, "scales": scales, "not_confirmed": NOT_CONFIRMED}
    context["crumbs"] = to_list(request.reader)
    return render(request, "interventions/reading_evidence.html", context)


def to_list(reader: Reader) -> list[tuple[str, str]]:
    """The way to the list of interventions, for those who may see it."""
    index = readable_pages(InterventionIndexPage.objects.all(), reader).first()
    return [*crumbs_of(index), (index.title, index.get_url())] if index else []
