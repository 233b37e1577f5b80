"""What is in place in an area: read by those who work there, stated by its leads."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from hub.access.enums import Role
from hub.access.services import record_details_check, record_once_a_day
from hub.core.pagination import page_of
from hub.interventions.access import access_profile, access_statement
from hub.interventions.areas import may_state, own_areas
from hub.interventions.conditions import Condition, Presence
from hub.interventions.forms import StatementForm
from hub.interventions.models import AreaStatement
from hub.interventions.profiles import Line, next_unstated, profile_of, statements_of
from hub.interventions.services import Overtaken, mark_of, state_condition
from hub.taxonomy.models import Area
from hub.users.drafts import forget_draft, with_draft, writer_mark, writer_required
from hub.users.limits import limited
from hub.users.views import me

AREAS = (gettext_lazy("What is in place"), reverse_lazy("areas"))


@login_required
@require_safe
def areas(request: HttpRequest) -> HttpResponse:
    """The reader's own; administrators see every area."""
    sees_all = request.reader.has_role(Role.ADMINISTRATOR)
    page = page_of(request, Area.objects.all() if sees_all else own_areas(request.reader))
    rows = AreaStatement.objects.filter(area__in=[area.pk for area in page]).order_by()
    newest = dict(rows.values_list("area").annotate(Max("stated_at")))
    context = {
        "page": page,
        "rows": [(area, newest.get(area.pk)) for area in page],
    }
    return render(request, "interventions/areas.html", context)


@login_required
@require_safe
def profile(request: HttpRequest, slug: str) -> HttpResponse:
    area = access_profile(slug, request.reader)
    record_looked_at(request, area)
    context = {
        "area": area,
        "groups": profile_of(area),
        "may_state": may_state(area, request.reader),
        "crumbs": [AREAS],
    }
    return render(request, "interventions/profile.html", context)


@login_required
@require_safe
def history(request: HttpRequest, slug: str) -> HttpResponse:
    area = access_profile(slug, request.reader)
    record_looked_at(request, area)
    page = page_of(request, AreaStatement.objects.of(area).select_related("stated_by"))
    context = {"area": area, "page": page, "crumbs": [AREAS, to_area(area)]}
    return render(request, "interventions/profile_history.html", context)


@writer_required
@limited("draft")
@require_http_methods(["GET", "HEAD", "POST"])
def state(request: HttpRequest, slug: str, condition: str) -> HttpResponse:
    area, asked = access_statement(slug, condition, request.reader)
    line = Line(asked, statements_of(area).get(asked))
    form = StatementForm(request.POST or None, condition=asked, initial=shown_first(area, line))
    record_details_check(outcome=form.details_outcome)
    if form.is_bound and form.is_valid():
        given = form.cleaned_data | {"presence": Presence(form.cleaned_data["presence"])}
        try:
            state_condition(area=area, condition=asked, by=me(request), **given)
        except Overtaken as meanwhile:
            form.add_error(None, str(meanwhile))
            form.data = form.data.copy()
            form.data["seen"] = str(mark_of(area, asked))
        else:
            forget_draft(request)
            return onwards(request, area, asked)
    context = {
        "area": area,
        "line": line,
        "form": with_draft(request, form),
        "crumbs": [AREAS, to_area(area)],
        "writer": writer_mark(request),
    }
    return render(request, "interventions/state.html", context)


def shown_first(area: Area, line: Line) -> dict[str, object]:
    """What was said last, as of today: somebody who opens the form looks at it anew."""
    last = line.statement
    known = {"presence": last.presence, "note": last.note} if last else {}
    return known | {"as_of": timezone.localdate(), "seen": last.pk if last else 0}


def onwards(request: HttpRequest, area: Area, stated: Condition) -> HttpResponse:
    """To the next condition that nobody said anything about; else back to all of them."""
    following = next_unstated(area, stated)
    if following:
        return redirect("area_state", area.slug, following)
    messages.success(request, _("Saved. Everything on the list is stated now."))
    return redirect("area", area.slug)


def to_area(area: Area) -> tuple[str, str]:
    return area.name, reverse("area", args=[area.slug])


def record_looked_at(request: HttpRequest, area: Area) -> None:
    record_once_a_day(
        action="area.viewed", subject=f"area {area.pk}", person_id=request.reader.user_id
    )
