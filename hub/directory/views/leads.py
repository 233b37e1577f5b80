from urllib.parse import urlencode

from django.core.paginator import Page
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from hub.access.readers import Reader
from hub.core.pagination import page_of
from hub.directory.access import require_practitioner
from hub.directory.forms import AreaFilter
from hub.directory.leads import AreaLeads, in_tree_order, leads_by_area, with_those_inside
from hub.directory.people import is_verified
from hub.pages.filters import ActiveFilter
from hub.taxonomy.models import Area
from hub.users.drafts import writer_required


@never_cache
@require_safe
def entrance(request: HttpRequest) -> HttpResponse:
    """Leads a verified reader to the leads of their areas, and tells others how to come in.

    It names nobody, so that every page may lead here.
    """
    if not is_verified(request.reader):
        return render(request, "directory/entrance.html")
    query = urlencode([("area", area.slug) for area in areas_of(request.reader)])
    address = reverse("people:leads")
    return redirect(f"{address}?{query}" if query else address)


def areas_of(reader: Reader) -> list[Area]:
    """The areas that the reader belongs to, without those around them. One query."""
    areas = {held.area_id for held in reader.roles if held.area_id}
    organisations = {held.organisation_id for held in reader.roles if held.organisation_id}
    here = Q(pk__in=areas) | Q(organisation__in=organisations)
    return list(Area.objects.filter(here).distinct())


@writer_required
@require_safe
def leads(request: HttpRequest) -> HttpResponse:
    """The pair of each area; `area` in the address, once or more, narrows it."""
    require_practitioner(request.reader)
    every = {area.pk: area for area in Area.objects.all()}
    slugs = request.GET.getlist("area")
    chosen = [area for area in every.values() if area.slug in slugs]
    shown = with_those_inside(slugs, every) if chosen else in_tree_order(every.values())
    page = page_of(request, shown)
    context = {
        "title": _("Dedicated leads"),
        "page": page,
        "pairs": pairs_on(page, every),
        "form": AreaFilter({"area": chosen[0].slug} if len(chosen) == 1 else {}),
        "active": active_areas(chosen),
    }
    return render(request, "directory/leads.html", context)


def pairs_on(page: Page, every: dict[int, Area]) -> list[tuple[AreaLeads, Area | None]]:
    """Each pair with the area around it."""
    pairs = leads_by_area(list(page.object_list), every)
    return [(pair, every.get(pair.area.parent_id or 0)) for pair in pairs]


def active_areas(chosen: list[Area]) -> list[ActiveFilter]:
    """Each chosen area with the address that takes it away."""
    return [
        ActiveFilter(
            area.name, f"?{urlencode([('area', row.slug) for row in chosen if row != area])}"
        )
        for area in chosen
    ]
