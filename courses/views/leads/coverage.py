"""Where a partnership is weak."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from courses.access_leads import access_scope
from courses.exchange.leads import coverage_as_csv
from courses.forms_leads import ThemeForm
from courses.scope import led_places
from courses.services.coverage import Coverage, coverage_of
from courses.services.report import reported_courses
from courses.views.leads.crumbs import LEARNING
from hub.core.attachments import attached
from hub.core.small_numbers import LEAST
from hub.users.drafts import writer_required


@writer_required
@require_safe
def coverage(request: HttpRequest) -> HttpResponse:
    form, found = covered(request)
    context = {
        "form": form,
        "coverage": found,
        "places": [place.name for place in led_places(request.reader)],
        "least": LEAST,
        "query": request.GET.urlencode(),
        "crumbs": [LEARNING],
    }
    return render(request, "courses/leads/coverage.html", context)


@writer_required
@require_safe
@never_cache
def coverage_file(request: HttpRequest) -> HttpResponse:
    _form, found = covered(request)
    name = f"coverage-{found.day:%Y-%m-%d}.csv"
    return attached(coverage_as_csv(found), "text/csv; charset=utf-8", name)


def covered(request: HttpRequest) -> tuple[ThemeForm, Coverage]:
    scope = access_scope(request.reader)
    form = ThemeForm(request.GET)
    courses = reported_courses(request.reader)
    return form, coverage_of(scope, courses, form.chosen.get("theme"))
