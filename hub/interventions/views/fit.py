"""Does it fit here? An intervention's conditions beside what an area says of itself."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from hub.access.markings import show_marking
from hub.access.pages import rule_of_page
from hub.core.missing import found
from hub.interventions.access import access_intervention
from hub.interventions.areas import may_state, own_areas
from hub.interventions.enums import Effect
from hub.interventions.fit import compare
from hub.interventions.models import AreaStatement
from hub.interventions.profiles import statements_of
from hub.interventions.requirements import requirements_of
from hub.interventions.views.areas import record_looked_at
from hub.pages.crumbs import crumbs_of
from hub.taxonomy.models import Area


@login_required
@require_safe
def fit(request: HttpRequest, slug: str) -> HttpResponse:
    page = access_intervention(slug, request.reader)
    show_marking(request, rule_of_page(page))
    mine = own_areas(request.reader)
    area = chosen_area(mine, request.GET.get("area", ""))
    said = statements_of(area) if area else {}
    if area:
        record_looked_at(request, area)
    context = {
        "page": page,
        "area": area,
        "others": [other for other in mine if other != area],
        "has_profile": bool(said),
        "today": timezone.localdate(),
        "groups": compare(requirements_of(page), said),
        "is_harmful": page.effect == Effect.HARM,
        "may_state": area is not None and may_state(area, request.reader),
        "crumbs": [*crumbs_of(page), (page.title, page.get_url(request))],
    }
    return render(request, "interventions/fit.html", context)


def chosen_area(mine: list[Area], slug: str) -> Area | None:
    """The one asked for; else the first that has said anything, else the first.

    Raises Http404 for an area that isn't the reader's own.
    """
    if slug:
        return found(next((area for area in mine if area.slug == slug), None))
    stated = set(AreaStatement.objects.filter(area__in=mine).values_list("area_id", flat=True))
    return next((area for area in mine if area.pk in stated), mine[0] if mine else None)
