"""Who has done what, and one person, for those who lead them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from courses.access_leads import access_learner, access_scope
from courses.exchange.leads import people_as_csv
from courses.forms_leads import NarrowForm
from courses.models import Assignment, Cohort, CoursePage
from courses.scope import Scope
from courses.services.learners import learners_of
from courses.services.report import Report, Show, lines_of, report_of, reported_courses
from courses.services.sharing import shared_results
from courses.views.leads.crumbs import LEARNING, PEOPLE
from hub.access.pages import readable_pages
from hub.access.services import record_once_a_day
from hub.core.attachments import attached
from hub.core.pagination import page_of
from hub.users.drafts import writer_required
from hub.users.models import User


@writer_required
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    scope = access_scope(request.reader)
    form, report = narrowed(request, scope)
    record_looked(request, "learning.people_viewed")
    context = {
        "form": form,
        "report": report,
        "page": page_of(request, list(report.lines), 50),
        "runs_out": report.count(Show.RUNS_OUT),
        "overdue": report.count(Show.OVERDUE),
        "today": timezone.localdate(),
        "query": request.GET.urlencode(),
        "crumbs": [LEARNING],
    }
    return render(request, "courses/leads/people.html", context)


@writer_required
@require_safe
@never_cache
def people_file(request: HttpRequest) -> HttpResponse:
    """The same lines, all of them, for a spreadsheet."""
    scope = access_scope(request.reader)
    _form, report = narrowed(request, scope)
    record_looked(request, "learning.people_exported")
    name = f"who-has-done-what-{timezone.localdate():%Y-%m-%d}.csv"
    return attached(people_as_csv(report.lines), "text/csv; charset=utf-8", name)


def narrowed(request: HttpRequest, scope: Scope) -> tuple[NarrowForm, Report]:
    courses = reported_courses(request.reader)
    form = NarrowForm(request.GET, courses, Cohort.objects.within(scope))
    return form, report_of(scope, courses, form.wanted)


def record_looked(request: HttpRequest, action: str) -> None:
    """Once a day, so that it can be seen who looks at what colleagues learn."""
    subject = f"people led by person {request.reader.user_id}"
    record_once_a_day(action=action, subject=subject, person_id=request.reader.user_id)


@writer_required
@require_safe
def person(request: HttpRequest, person_id: int) -> HttpResponse:
    found = access_learner(request.reader, person_id)
    scope = access_scope(request.reader)
    subject = f"person {found.pk}"
    record_once_a_day(
        action="learning.person_viewed", subject=subject, person_id=request.reader.user_id
    )
    alone = User.objects.filter(pk=found.pk)
    learners = learners_of(scope, alone)
    lines = lines_of(alone, learners, reported_courses(request.reader))
    courses = readable_pages(CoursePage.objects.all(), request.reader)
    context = {
        "learner": learners[0],
        "lines": sorted(lines, key=lambda line: line.order),
        "alone": Assignment.objects.filter(person=found, course__in=courses.order_by()),
        "cohorts": Cohort.objects.within(scope).filter(members__person=found),
        "results": shared_results(scope, found.pk, courses),
        "crumbs": [LEARNING, PEOPLE],
    }
    return render(request, "courses/leads/person.html", context)
